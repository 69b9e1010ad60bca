//! The open file: frame, lock, close, check, undo and redo.

use super::command;
use crate::desk::Desk;
use crate::error::AppError;
use crate::session::{OpenFile, Session};
use crate::wire::change::Changed;
use crate::wire::session::{ChangePassphrase, FileCheck, SessionView, Undone};
use crate::wire::start::Passphrase;
use crate::wire::{moment, start::Strength};
use crate::{acts, dialogs::file_name};
use std::path::Path;
use store::{ClientFile, Key, Opening};

/// What the frame shows of the session; none without a file.
pub(crate) fn view(desk: &Desk, session: &mut Session) -> Result<Option<SessionView>, AppError> {
    let open = match session {
        Session::None => return Ok(None),
        Session::Locked(locked) => {
            return Ok(Some(SessionView {
                organisation: locked.organisation.clone(),
                organisation_id: String::new(),
                file: file_name(&locked.path),
                encrypted: true,
                sample: false,
                locked: true,
                read_only: None,
                actor: desk.actor().0,
                undo: None,
                redo: None,
                saved: None,
                content_version: content_version(desk),
                file_id: String::new(),
            }));
        }
        Session::Open(open) => open,
    };
    let (undo, redo) = acts::labels(desk, open)?;
    let organisation = open.file.organisation()?;
    Ok(Some(SessionView {
        organisation_id: organisation.id.to_string(),
        file: file_name(open.file.path()),
        encrypted: open.file.is_encrypted(),
        // Told by its invented name, so that one made on the command line is known too.
        sample: desk
            .library()
            .sample()
            .and_then(|sample| sample.organisation())
            == Some(organisation.name.as_str()),
        organisation: organisation.name,
        locked: false,
        read_only: open
            .file
            .is_read_only()
            .then(|| desk.texts().get("app.read-only.file").to_owned()),
        actor: desk.actor().0,
        undo,
        redo,
        saved: open.saved.map(moment),
        content_version: content_version(desk),
        file_id: open.file.file_id().to_owned(),
    }))
}

/// Which content this build asks with: `inventory 1, vendor 1`.
fn content_version(desk: &Desk) -> String {
    let versions: Vec<String> = desk
        .library()
        .all_questionnaires()
        .map(|questionnaire| format!("{} {}", questionnaire.id, questionnaire.version))
        .collect();
    versions.join(", ")
}

/// The key for a passphrase as typed; none means the file has none.
pub(crate) fn key(passphrase: Option<String>) -> Key {
    match passphrase {
        Some(typed) => Key::Passphrase(store::Passphrase::new(typed)),
        None => Key::Unencrypted,
    }
}

/// Opens a client file with a key.
pub(crate) fn open_at(desk: &Desk, path: &Path, key: Key) -> Result<OpenFile, AppError> {
    let now = desk.outside().now();
    let actor = desk.actor();
    let file = ClientFile::open(path, key.clone(), &Opening { actor: &actor, now })?;
    Ok(OpenFile::new(file, key, now)?)
}

/// Refuses a new passphrase that would not hold.
pub(crate) fn refuse_hopeless(
    desk: &Desk,
    passphrase: &str,
    known: &[&str],
) -> Result<(), AppError> {
    let weighed = domain::passphrase::weigh(passphrase, known);
    match Strength::from(weighed.strength) {
        Strength::Hopeless => Err(AppError::WeakPassphrase {
            advice: desk.texts().say(&weighed.advice),
        }),
        Strength::Weak | Strength::Good | Strength::Strong => Ok(()),
    }
}

fn show(desk: &Desk) -> Result<Option<SessionView>, AppError> {
    view(desk, &mut desk.session())
}

fn lock(desk: &Desk) -> Result<SessionView, AppError> {
    desk.lock_file()
}

fn unlock(desk: &Desk, Passphrase { passphrase }: Passphrase) -> Result<SessionView, AppError> {
    let path = match &*desk.session() {
        Session::Locked(locked) => locked.path.clone(),
        Session::Open(_) | Session::None => return Err(AppError::NoFile),
    };
    let open = open_at(desk, &path, key(Some(passphrase)))?;
    desk.put(open)
}

fn close(desk: &Desk) -> Result<(), AppError> {
    desk.close_file();
    Ok(())
}

fn change_key(
    desk: &Desk,
    ChangePassphrase { old, new }: ChangePassphrase,
) -> Result<SessionView, AppError> {
    let organisation = desk.read(|open| Ok(open.file.organisation()?.name))?;
    refuse_hopeless(desk, &new, &[&organisation])?;
    // The old passphrase is proved by opening with it. A file has one holder at a time, so it is let
    // go of first; whatever comes of it, the person has it back afterwards.
    let held = std::mem::replace(&mut *desk.session(), Session::None);
    let Session::Open(held) = held else {
        return Err(AppError::NoFile);
    };
    let OpenFile {
        file, key: kept, ..
    } = *held;
    let path = file.path().to_owned();
    drop(file);
    let new_key = key(Some(new));
    let changed = open_at(desk, &path, key(old)).and_then(|proved| {
        let (actor, now) = (desk.actor(), desk.outside().now());
        let file = proved.file.change_key(&actor, now, new_key.clone())?;
        Ok(OpenFile::new(file, new_key, now)?)
    });
    match changed {
        Ok(open) => desk.put(open),
        Err(error) => {
            desk.put(open_at(desk, &path, kept)?)?;
            Err(error)
        }
    }
}

fn check(desk: &Desk) -> Result<FileCheck, AppError> {
    let report = desk.read(|open| Ok(open.file.check()?))?;
    let texts = desk.texts();
    Ok(FileCheck {
        sound: report.sound(),
        events: report.events,
        head: report.head,
        findings: report
            .findings
            .iter()
            .map(|finding| texts.say(&finding.wording()))
            .collect(),
    })
}

fn take_back(desk: &Desk) -> Result<Changed<Undone>, AppError> {
    desk.change(|open, actor, now| {
        let act = open.file.undoable()?;
        let done = act.map(|act| acts::words(desk, open, &act)).transpose()?;
        let recorded = open.file.undo(actor, now)?;
        Ok((Undone { done }, recorded))
    })
    .map(|changed| retitled(desk, changed))
}

fn bring_again(desk: &Desk) -> Result<Changed<Undone>, AppError> {
    desk.change(|open, actor, now| {
        let act = open.file.redoable()?;
        let done = act.map(|act| acts::words(desk, open, &act)).transpose()?;
        let recorded = open.file.redo(actor, now)?;
        Ok((Undone { done }, recorded))
    })
    .map(|changed| retitled(desk, changed))
}

/// Renews the title bar when the organisation's name may have changed.
pub(crate) fn retitled<T>(desk: &Desk, changed: Changed<T>) -> Changed<T> {
    if changed
        .changed
        .contains(&crate::wire::change::Topic::Organisation)
    {
        desk.tell(crate::signal::Signal::Title(desk.title()));
    }
    changed
}

fn awake(desk: &Desk) -> Result<(), AppError> {
    desk.keep_awake();
    Ok(())
}

command! {
    /// The frame of the window.
    session() -> Option<SessionView> = show
}
command! {
    /// Wipes the key and closes the file until the passphrase is given again.
    lock_file() -> SessionView = lock
}
command! {
    /// Opens the locked file again.
    unlock_file(Passphrase) -> SessionView = unlock
}
command! {
    /// Closes the file.
    close_file() -> () = close
}
command! {
    /// Gives the file another passphrase.
    change_passphrase(ChangePassphrase) -> SessionView = change_key
}
command! {
    /// Checks pages, references and the chain of events.
    check_file() -> FileCheck = check
}
command! {
    /// Takes back the newest act.
    undo() -> Changed<Undone> = take_back
}
command! {
    /// Brings back what undo took.
    redo() -> Changed<Undone> = bring_again
}
command! {
    /// Notes that the person is there, which puts off the idle lock.
    keep_awake() -> () = awake
}

/// Ends the window: the page has saved everything it had.
#[tauri::command]
pub(crate) fn close_window<R: tauri::Runtime>(
    window: tauri::WebviewWindow<R>,
) -> Result<(), crate::wire::error::WireError> {
    crate::window::end(&window);
    Ok(())
}
