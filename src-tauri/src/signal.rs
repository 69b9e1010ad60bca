//! What the desk tells the window without being asked.

use crate::wire::report::Progress;
use crate::wire::session::SessionView;
use crate::wire::settings::{MenuCommand, Theme};
use crate::wire::start::FileHandle;

/// One message for the window.
#[derive(Debug, Clone, PartialEq)]
pub enum Signal {
    /// How far a long task is.
    Progress(Progress),
    /// The file was locked or let go of without the page asking.
    Session(Option<SessionView>),
    /// Something the person did not do, in words: why the file was locked, or let go of.
    Notice(String),
    /// Something that keeps failing beside the person's work, in words.
    Warning(String),
    /// Another start asked for a file.
    FileWaiting(FileHandle),
    /// A command was chosen in the menu.
    Menu(MenuCommand),
    /// The window is about to close.
    Closing,
    /// Page zoom in percent.
    Zoom(u32),
    /// What the window's own parts look like: menu, title bar.
    Theme(Theme),
    /// The title bar's words.
    Title(String),
}
