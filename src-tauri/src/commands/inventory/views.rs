//! Queries kept under a name in the file.

use crate::commands::{kept, start};
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::wire::change::Changed;
use crate::wire::inventory::{OneName, SavedView};

/// Settings of this prefix are saved views.
const VIEW: &str = "view.";

/// Every view that this version can read. One of a version that knew other filters is left out rather
/// than misread.
pub(super) fn views(open: &OpenFile) -> Result<Vec<SavedView>, AppError> {
    Ok(kept::all(open, VIEW)?
        .into_iter()
        .filter_map(|(name, value)| {
            let query = serde_json::from_str(&value).ok()?;
            Some(SavedView { name, query })
        })
        .collect())
}

pub(super) fn keep(
    desk: &Desk,
    SavedView { name, query }: SavedView,
) -> Result<Changed<Vec<SavedView>>, AppError> {
    let name = start::name(&name)?;
    let value = serde_json::to_string(&query).map_err(|_| AppError::Nonsense { what: "view" })?;
    kept::set(desk, VIEW, &name, Some(&value), views)
}

pub(super) fn drop(
    desk: &Desk,
    OneName { name }: OneName,
) -> Result<Changed<Vec<SavedView>>, AppError> {
    kept::set(desk, VIEW, &name, None, views)
}
