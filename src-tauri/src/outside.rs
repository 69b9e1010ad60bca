//! What comes from outside and must be the same on every run of a test: the clock and new ids.

use chrono::{Local, NaiveDate, Utc};
use domain::Timestamp;

/// Clock and source of ids.
pub struct Outside {
    now: Box<dyn Fn() -> Timestamp + Send + Sync>,
    new_id: Box<dyn Fn() -> String + Send + Sync>,
}

impl Outside {
    /// The clock of the machine and random UUIDs.
    pub fn real() -> Self {
        Outside::fixed(Utc::now, || uuid::Uuid::new_v4().to_string())
    }

    /// Any clock and any source of UUIDs.
    pub fn fixed(
        now: impl Fn() -> Timestamp + Send + Sync + 'static,
        new_id: impl Fn() -> String + Send + Sync + 'static,
    ) -> Self {
        Outside {
            now: Box::new(now),
            new_id: Box::new(new_id),
        }
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        (self.now)()
    }

    /// Today, where the person is.
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&Local).date_naive()
    }

    /// A UUID nobody has yet, as text.
    pub fn new_id(&self) -> String {
        (self.new_id)()
    }
}
