//! Drives the real app in a real window, as a person would: by the words on the screen.
//!
//! WebKitGTK brings its own WebDriver (`WebKitWebDriver`); the app is started by it with
//! `TAURI_WEBVIEW_AUTOMATION=true`. Every [`App`] has a display, a D-Bus session, a home and a
//! `/proc`-visible process tree of its own, so roads run side by side and nothing of the machine's
//! user is read or written.

pub mod app;
pub mod axe;
pub mod crowd;
pub mod failure;
pub mod home;
pub mod keys;
pub mod look;
pub mod plumb;
pub mod questions;
pub mod road;
pub mod said;
pub mod stage;

pub use app::App;
pub use crowd::Crowd;
pub use failure::{Failure, Step};
pub use home::Home;
pub use look::{Size, Theme};
pub use road::{road, watched};
pub use said::{said, said_count, said_with};
