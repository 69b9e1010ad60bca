//! Moments as the file keeps them: microseconds since 1970-01-01T00:00:00Z.

use crate::error::StoreError;
use domain::Timestamp;

/// A moment as stored. Finer parts of a second are dropped.
pub(crate) fn stored(at: Timestamp) -> i64 {
    at.timestamp_micros()
}

/// A stored moment. Years beyond the calendar mean a damaged file.
pub(crate) fn moment(micros: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_timestamp_micros(micros)
        .ok_or_else(|| StoreError::damaged("a moment lies outside of the calendar"))
}
