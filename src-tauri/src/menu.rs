//! The menu. Each entry sends a word to the page, which knows what is possible where it is; zoom is
//! done here.

use crate::desk::Desk;
use crate::signal::Signal;
use crate::wire::settings::MenuCommand;
use content::Texts;
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Manager, Runtime};

/// One entry: its id, which is also the key of its text, the shortcut, and what it asks of the page.
struct Entry(&'static str, Option<&'static str>, Does);

#[derive(Clone, Copy)]
enum Does {
    Ask(MenuCommand),
    /// Changes the zoom by so many percent; none for back to 100.
    Zoom(Option<i64>),
    /// Closes the window, as its own button does.
    Quit,
}

use Does::{Ask, Quit, Zoom};

const FILE: [Entry; 5] = [
    // A new system is entered far more often than a new file is made: it has the short key.
    Entry(
        "new-file",
        Some("CmdOrCtrl+Shift+N"),
        Ask(MenuCommand::NewFile),
    ),
    Entry("open-file", Some("CmdOrCtrl+O"), Ask(MenuCommand::OpenFile)),
    Entry(
        "import-list",
        Some("CmdOrCtrl+I"),
        Ask(MenuCommand::ImportList),
    ),
    Entry("lock-file", Some("CmdOrCtrl+L"), Ask(MenuCommand::LockFile)),
    Entry(
        "close-file",
        Some("CmdOrCtrl+W"),
        Ask(MenuCommand::CloseFile),
    ),
];

const QUIT: [Entry; 1] = [Entry("quit", Some("CmdOrCtrl+Q"), Quit)];

const EDIT: [Entry; 2] = [
    Entry("undo", Some("CmdOrCtrl+Z"), Ask(MenuCommand::Undo)),
    Entry("redo", Some("CmdOrCtrl+Shift+Z"), Ask(MenuCommand::Redo)),
];

const VIEW: [Entry; 8] = [
    Entry(
        "go-organisation",
        Some("CmdOrCtrl+1"),
        Ask(MenuCommand::GoOrganisation),
    ),
    Entry(
        "go-inventory",
        Some("CmdOrCtrl+2"),
        Ask(MenuCommand::GoInventory),
    ),
    Entry(
        "go-classification",
        Some("CmdOrCtrl+7"),
        Ask(MenuCommand::GoClassification),
    ),
    Entry(
        "go-records",
        Some("CmdOrCtrl+3"),
        Ask(MenuCommand::GoRecords),
    ),
    Entry(
        "go-reports",
        Some("CmdOrCtrl+4"),
        Ask(MenuCommand::GoReports),
    ),
    Entry("go-to-dos", Some("CmdOrCtrl+5"), Ask(MenuCommand::GoToDos)),
    Entry(
        "go-history",
        Some("CmdOrCtrl+6"),
        Ask(MenuCommand::GoHistory),
    ),
    Entry(
        "go-settings",
        Some("CmdOrCtrl+Comma"),
        Ask(MenuCommand::GoSettings),
    ),
];

const ZOOM: [Entry; 3] = [
    Entry("zoom-in", Some("CmdOrCtrl+Equal"), Zoom(Some(10))),
    Entry("zoom-out", Some("CmdOrCtrl+Minus"), Zoom(Some(-10))),
    Entry("zoom-reset", Some("CmdOrCtrl+0"), Zoom(None)),
];

const HELP: [Entry; 2] = [
    Entry("help-keys", Some("F1"), Ask(MenuCommand::HelpKeys)),
    Entry("help-about", None, Ask(MenuCommand::HelpAbout)),
];

/// Builds the menu in the language of the texts.
pub(crate) fn build<R: Runtime>(app: &AppHandle<R>, texts: &Texts) -> tauri::Result<Menu<R>> {
    let word = |id: &str| texts.get(&format!("app.menu.{id}")).to_owned();
    let menu = Menu::new(app)?;
    let submenu = |id: &str, entries: &[Entry]| -> tauri::Result<Submenu<R>> {
        let submenu = Submenu::new(app, word(id), true)?;
        append(app, &submenu, entries, &word)?;
        menu.append(&submenu)?;
        Ok(submenu)
    };
    let file = submenu("file", &FILE)?;
    file.append(&PredefinedMenuItem::separator(app)?)?;
    append(app, &file, &QUIT, &word)?;
    let edit = submenu("edit", &EDIT)?;
    // Elsewhere the web view has these keys of its own; macOS wants them in the menu.
    if cfg!(target_os = "macos") {
        edit.append(&PredefinedMenuItem::separator(app)?)?;
        edit.append(&PredefinedMenuItem::cut(app, Some(&word("cut")))?)?;
        edit.append(&PredefinedMenuItem::copy(app, Some(&word("copy")))?)?;
        edit.append(&PredefinedMenuItem::paste(app, Some(&word("paste")))?)?;
        edit.append(&PredefinedMenuItem::select_all(
            app,
            Some(&word("select-all")),
        )?)?;
    }
    let view = submenu("view", &VIEW)?;
    view.append(&PredefinedMenuItem::separator(app)?)?;
    append(app, &view, &ZOOM, &word)?;
    submenu("help", &HELP)?;
    Ok(menu)
}

fn append<R: Runtime>(
    app: &AppHandle<R>,
    submenu: &Submenu<R>,
    entries: &[Entry],
    word: &dyn Fn(&str) -> String,
) -> tauri::Result<()> {
    for Entry(id, shortcut, _) in entries {
        submenu.append(&MenuItem::with_id(app, *id, word(id), true, *shortcut)?)?;
    }
    Ok(())
}

fn entries() -> impl Iterator<Item = &'static Entry> {
    let file = FILE.iter().chain(&QUIT);
    file.chain(&EDIT).chain(&VIEW).chain(&ZOOM).chain(&HELP)
}

/// An entry was chosen.
pub(crate) fn chosen<R: Runtime>(app: &AppHandle<R>, id: &str) {
    let desk = app.state::<Desk>();
    for Entry(_, _, does) in entries().filter(|Entry(known, _, _)| *known == id) {
        match *does {
            Ask(command) => desk.tell(Signal::Menu(command)),
            Zoom(step) => desk.zoom_by(step),
            Quit => crate::window::close(app),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_entry_has_its_words_and_no_shortcut_is_given_twice() {
        let texts = content::library().unwrap().texts();
        let mut shortcuts = BTreeSet::new();
        for Entry(id, shortcut, _) in entries() {
            assert!(texts.find(&format!("app.menu.{id}")).is_some(), "{id}");
            if let Some(shortcut) = shortcut {
                assert!(shortcuts.insert(shortcut), "{shortcut}");
            }
        }
    }
}
