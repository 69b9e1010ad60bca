//! The list of AI systems: pages, filters, saved views, export.

mod export;
mod head;
mod page;
mod query;
mod views;

use super::command;
use crate::wire::change::Changed;
use crate::wire::inventory::{
    ExportList, InventoryFacets, InventoryPage, ListSystems, OneName, SavedView,
};
use crate::wire::record::Saved;

/// The most rows one page has.
pub(crate) const PAGE: usize = 200;
/// More rows than any list has.
const ALL: usize = i32::MAX as usize;

command! {
    /// A page of the list.
    list_systems(ListSystems) -> InventoryPage = page::page
}
command! {
    /// Columns, filters in use, counts and saved views.
    inventory_facets() -> InventoryFacets = head::head
}
command! {
    /// Keeps a query under a name in this file.
    save_view(SavedView) -> Changed<Vec<SavedView>> = views::keep
}
command! {
    /// Removes a saved query.
    delete_view(OneName) -> Changed<Vec<SavedView>> = views::drop
}
command! {
    /// Writes the list to a table.
    export_list(ExportList) -> Option<Saved> = export::write
}
