//! Calendar days as TOML writes them: `2027-12-02`, without a time.

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::{Deserializer, Error};
use toml::value::Datetime;

/// The day a TOML value says, if it says one and no time.
pub(crate) fn of(moment: &Datetime) -> Option<NaiveDate> {
    let date = moment.date.filter(|_| moment.time.is_none())?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

/// Reads a day.
pub(crate) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
    let moment = Datetime::deserialize(from)?;
    of(&moment).ok_or_else(|| D::Error::custom("a day is written as 2027-12-02, without a time"))
}

/// Reads a day that may be left out.
pub(crate) fn read_optional<'de, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<NaiveDate>, D::Error> {
    read(from).map(Some)
}
