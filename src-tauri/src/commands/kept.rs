//! What is kept in the client file under a name that a person gave: views of the list, matches of
//! columns. Each is a setting whose name begins with a prefix of its kind.

use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::wire::change::Changed;

/// Names and values of one kind.
pub(super) fn all(open: &OpenFile, prefix: &str) -> Result<Vec<(String, String)>, AppError> {
    Ok(open
        .file
        .settings(prefix)?
        .into_iter()
        .filter_map(|(setting, value)| Some((setting.strip_prefix(prefix)?.to_owned(), value)))
        .collect())
}

/// Keeps a value under a name, or lets go of it; answers what `left` finds afterwards.
pub(super) fn set<T>(
    desk: &Desk,
    prefix: &str,
    name: &str,
    value: Option<&str>,
    left: impl FnOnce(&OpenFile) -> Result<T, AppError>,
) -> Result<Changed<T>, AppError> {
    desk.change(|open, actor, now| {
        let recorded = open
            .file
            .save_setting(actor, now, &format!("{prefix}{name}"), value)?;
        Ok((left(open)?, recorded))
    })
}
