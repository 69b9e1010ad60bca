//! The desktop app: a window over the client file. Only this crate knows Tauri; only `wire` is
//! serialised for the page; every command is in `commands/table.rs`.

mod acts;
mod commands;
mod counts;
pub mod desk;
pub mod dialogs;
pub mod error;
mod impacts;
mod known;
mod law;
mod menu;
pub mod outside;
pub mod preferences;
pub mod session;
mod show;
pub mod signal;
mod tasks;
mod watch;
mod window;
pub mod wire;

pub use desk::Desk;

use preferences::Memory;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;
use tauri::{Manager, Runtime};

/// How often the idle clock and the file's place are looked at.
const TICK: Duration = Duration::from_secs(5);

/// What the window is built from: `tauri.conf.json`, the capability and the page, embedded.
pub fn context<R: Runtime>() -> tauri::Context<R> {
    tauri::generate_context!()
}

/// An app that answers the commands of the table for this desk and tells its window what the desk
/// tells. Without plugins and menu, so that it runs on a mock runtime too.
pub fn app<R: Runtime>(builder: tauri::Builder<R>, desk: Desk) -> tauri::Builder<R> {
    builder
        .manage(desk)
        .invoke_handler(commands::handler())
        .setup(|app| Ok(open(app.handle())?))
}

/// Makes the window and lets it hear what the desk tells. Done by the app itself when it runs; a mock
/// runtime never gets that far, so its tests do it.
pub fn open<R: Runtime>(app: &tauri::AppHandle<R>) -> tauri::Result<()> {
    let desk = app.state::<Desk>().inner().clone();
    let hearing = app.clone();
    desk.listen(move |signal| window::show(&hearing, signal));
    window::open(app, &desk)
}

/// Runs the app until its window is closed.
pub fn run() -> ExitCode {
    let library = match content::library() {
        Ok(library) => library,
        Err(problems) => {
            for problem in problems {
                eprintln!("{problem}");
            }
            return ExitCode::FAILURE;
        }
    };
    let context = context();
    let folder = own_folder(&context.config().identifier);
    let desk = Desk::new(
        library,
        outside::Outside::real(),
        dialogs::of_this_run(),
        Memory::new(folder),
    );
    let here = std::env::current_dir().unwrap_or_default();
    if let Some(file) = file_argument(std::env::args().skip(1), &here) {
        desk.offer(file);
    }
    let ticking = desk.clone();
    std::thread::spawn(move || {
        loop {
            std::thread::sleep(TICK);
            ticking.tick();
        }
    });
    let menu_desk = desk.clone();
    let built = app(tauri::Builder::default(), desk)
        // First, so that a second start hands over its file before anything else is made.
        .plugin(tauri_plugin_single_instance::init(second_start))
        .plugin(window_state())
        .menu(move |app| menu::build(app, menu_desk.texts()))
        .on_menu_event(|app, event| menu::chosen(app, event.id().as_ref()))
        .on_window_event(window::event)
        .build(context);
    match built {
        Ok(app) => {
            app.run(|_, _| {});
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("Plumbline could not start: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Size and place of the window come back; whether it is visible is our own business.
fn window_state<R: Runtime>() -> tauri::plugin::TauriPlugin<R> {
    use tauri_plugin_window_state::{Builder, StateFlags};
    Builder::default()
        .with_state_flags(StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED)
        .build()
}

/// Another start: its file is offered to the window that is there, which comes to the front.
fn second_start<R: Runtime>(app: &tauri::AppHandle<R>, arguments: Vec<String>, folder: String) {
    let desk = app.state::<Desk>();
    if let Some(file) = file_argument(arguments.into_iter().skip(1), Path::new(&folder)) {
        desk.offer(file.clone());
        desk.tell(signal::Signal::FileWaiting(commands::start::handle(
            &desk, &file,
        )));
    }
    window::to_front(app);
}

/// The first argument that is not an option, as a path from the caller's folder.
fn file_argument(arguments: impl Iterator<Item = String>, folder: &Path) -> Option<PathBuf> {
    arguments
        .filter(|argument| !argument.is_empty())
        .find(|argument| !argument.starts_with('-'))
        .map(|argument| folder.join(argument))
}

/// The app's own folder for preferences, as each system has it.
fn own_folder(identifier: &str) -> PathBuf {
    let from = |variable: &str| {
        std::env::var_os(variable)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let base = if cfg!(target_os = "windows") {
        from("APPDATA")
    } else if cfg!(target_os = "macos") {
        from("HOME").map(|home| home.join("Library/Application Support"))
    } else {
        from("XDG_CONFIG_HOME").or_else(|| from("HOME").map(|home| home.join(".config")))
    };
    base.unwrap_or_else(std::env::temp_dir).join(identifier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_the_first_argument_that_is_no_option() {
        let given = |arguments: &[&str]| {
            file_argument(
                arguments.iter().map(|one| (*one).to_owned()),
                Path::new("/here"),
            )
        };
        assert_eq!(
            given(&["--flag", "a.aims", "b.aims"]),
            Some("/here/a.aims".into())
        );
        assert_eq!(given(&["/there/a.aims"]), Some("/there/a.aims".into()));
        assert_eq!(given(&[]), None);
        assert_eq!(given(&["", "--x"]), None);
    }
}
