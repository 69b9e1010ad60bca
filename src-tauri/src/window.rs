//! The one window: made here, closed when the page has saved everything, told what the desk tells.

use crate::desk::Desk;
use crate::signal::Signal;
use crate::wire::settings::Theme;
use serde::Serialize;
use std::time::Duration;
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, Emitter, Manager, Runtime, Url, WebviewWindow, WebviewWindowBuilder, Window,
    WindowEvent,
};

/// The window's label in `tauri.conf.json` and in the capability.
pub(crate) const MAIN: &str = "main";

/// How long a page that gives no sign of life may keep its window open.
const PATIENCE: Duration = Duration::from_secs(5);

/// Makes the window of `tauri.conf.json`.
pub(crate) fn open<R: Runtime>(app: &AppHandle<R>, desk: &Desk) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.first() else {
        return Err(tauri::Error::WindowNotFound);
    };
    let window = WebviewWindowBuilder::from_config(app, config)?
        .title(desk.title())
        // The page is our own and stays where it is; nothing is ever opened from it.
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // A driver can only be given a context that is kept; its profile is then a test's own folder.
        .incognito(std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none())
        .devtools(cfg!(debug_assertions))
        .general_autofill_enabled(false)
        .build()?;
    let preferences = desk.preferences();
    zoom(&window, preferences.zoom);
    // As the system has it, it is already.
    if let Some(theme) = chosen(preferences.theme) {
        let _ = window.set_theme(Some(theme));
    }
    Ok(())
}

/// Whether an address is the embedded page.
fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

/// Brings the window to the front.
pub(crate) fn to_front<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // A window manager may refuse any of these; there is nothing better to do then.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

/// Tells the window. A window that is gone hears nothing, and needs nothing.
pub(crate) fn show<R: Runtime>(app: &AppHandle<R>, signal: Signal) {
    match signal {
        Signal::Progress(progress) => emit(app, "progress", progress),
        Signal::Session(session) => emit(app, "session", session),
        Signal::Notice(words) => emit(app, "notice", words),
        Signal::Warning(words) => emit(app, "warning", words),
        Signal::FileWaiting(file) => emit(app, "file-waiting", file),
        Signal::Menu(command) => emit(app, "menu", command),
        Signal::Closing => emit(app, "closing", ()),
        Signal::Zoom(percent) => {
            if let Some(window) = app.get_webview_window(MAIN) {
                zoom(&window, percent);
            }
        }
        Signal::Theme(theme) => {
            if let Some(window) = app.get_webview_window(MAIN) {
                let _ = window.set_theme(chosen(theme));
            }
        }
        Signal::Title(title) => {
            if let Some(window) = app.get_webview_window(MAIN) {
                let _ = window.set_title(&title);
            }
        }
    }
}

fn emit<R: Runtime, P: Serialize + Clone>(app: &AppHandle<R>, event: &str, payload: P) {
    let _ = app.emit_to(MAIN, event, payload);
}

/// The theme for menu and title bar, which the system draws; none leaves it to the system.
fn chosen(theme: Theme) -> Option<tauri::Theme> {
    match theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    }
}

fn zoom<R: Runtime>(window: &WebviewWindow<R>, percent: u32) {
    let _ = window.set_zoom(f64::from(percent) / 100.0);
}

/// A window about to close waits for the page to save what is queued. A page that gives no sign of
/// life in time is closed all the same: its answers were saved as they were given.
pub(crate) fn event<R: Runtime>(window: &Window<R>, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else {
        return;
    };
    api.prevent_close();
    let desk = window.state::<Desk>().inner().clone();
    let calls = desk.calls();
    desk.tell(Signal::Closing);
    let app = window.app_handle().clone();
    std::thread::spawn(move || {
        std::thread::sleep(PATIENCE);
        if desk.calls() == calls
            && let Some(window) = app.get_webview_window(MAIN)
        {
            end(&window);
        }
    });
}

/// Asks the window to close, as its own button does.
pub(crate) fn close<R: Runtime>(app: &AppHandle<R>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.close();
    }
}

/// Closes the file, then the window, which ends the app.
pub(crate) fn end<R: Runtime>(window: &WebviewWindow<R>) {
    window.state::<Desk>().close_file();
    let _ = window.destroy();
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn only_the_embedded_page_is_ever_shown() {
        for (url, own) in [
            ("tauri://localhost/index.html#/inventory", true),
            ("http://tauri.localhost/", true),
            ("tauri://elsewhere/", false),
            ("http://tauri.localhost.example/", false),
            ("https://example.org/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,x", false),
            ("about:blank", false),
            ("javascript:alert(1)", false),
        ] {
            assert_eq!(is_own(&url.parse().unwrap()), own, "{url}");
        }
    }
}
