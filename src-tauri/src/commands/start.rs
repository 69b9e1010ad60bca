//! The ways into a file.

use super::command;
use super::session::{key, open_at, refuse_hopeless};
use crate::desk::Desk;
use crate::dialogs::{CLIENT_FILE, FileType, file_name, safe_name};
use crate::error::{AppError, disk};
use crate::session::OpenFile;
use crate::wire::moment;
use crate::wire::session::SessionView;
use crate::wire::start::{
    CreateFile, CreateSample, FileHandle, FileToken, OpenFile as Wanted, Passphrase,
    PassphraseAdvice, StartScreen, Strength,
};
use domain::{RecordId, text};
use std::path::{Path, PathBuf};
use store::{ClientFile, Import, Key, NewFile, Probe};

impl From<domain::passphrase::Strength> for Strength {
    fn from(strength: domain::passphrase::Strength) -> Strength {
        match strength {
            domain::passphrase::Strength::Hopeless => Strength::Hopeless,
            domain::passphrase::Strength::Weak => Strength::Weak,
            domain::passphrase::Strength::Good => Strength::Good,
            domain::passphrase::Strength::Strong => Strength::Strong,
        }
    }
}

fn start(desk: &Desk) -> Result<StartScreen, AppError> {
    Ok(StartScreen {
        recent: recent(desk),
        waiting: desk.waiting().map(|path| handle(desk, &path)),
        preferences: desk.preferences(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        session: super::session::view(desk, &mut desk.session())?,
    })
}

fn recent(desk: &Desk) -> Vec<FileHandle> {
    if !desk.preferences().keep_recent {
        return Vec::new();
    }
    desk.memory()
        .recent()
        .into_iter()
        .map(|file| FileHandle {
            token: desk.handle(&file.path),
            name: file_name(&file.path),
            folder: folder_name(&file.path),
            opened: Some(moment(file.opened)),
            encrypted: file.encrypted,
            found: file.path.exists(),
            organisation: Some(file.organisation),
        })
        .collect()
}

/// A handle for a file that was named from outside: by a dialog, or on the command line.
pub(crate) fn handle(desk: &Desk, path: &Path) -> FileHandle {
    let known = desk
        .memory()
        .recent()
        .into_iter()
        .find(|file| file.path == path);
    FileHandle {
        token: desk.handle(path),
        name: file_name(path),
        folder: folder_name(path),
        opened: known.as_ref().map(|file| moment(file.opened)),
        // Whether a file of another program is encrypted does not matter: opening it says what it is.
        encrypted: matches!(store::probe(path), Ok(Probe::Encrypted)),
        found: path.exists(),
        organisation: known.map(|file| file.organisation),
    }
}

fn folder_name(path: &Path) -> String {
    path.parent().map(file_name).unwrap_or_default()
}

fn client_file(desk: &Desk) -> FileType {
    FileType {
        name: desk.texts().get("app.file-type.client-file").to_owned(),
        endings: CLIENT_FILE,
    }
}

fn suggest(_: &Desk) -> Result<String, AppError> {
    Ok(domain::passphrase::suggest(&mut |bytes| {
        for byte in bytes {
            // The sixteenth byte of a version 4 UUID is random in full.
            *byte = uuid::Uuid::new_v4().into_bytes()[15];
        }
    }))
}

fn judge(desk: &Desk, Passphrase { passphrase }: Passphrase) -> Result<PassphraseAdvice, AppError> {
    let weighed = domain::passphrase::weigh(&passphrase, &[&desk.preferences().actor]);
    Ok(PassphraseAdvice {
        strength: weighed.strength.into(),
        advice: desk.texts().say(&weighed.advice),
    })
}

fn create(
    desk: &Desk,
    CreateFile {
        organisation,
        passphrase,
    }: CreateFile,
) -> Result<Option<SessionView>, AppError> {
    let organisation = name(&organisation)?;
    if let Some(passphrase) = &passphrase {
        refuse_hopeless(desk, passphrase, &[&organisation])?;
    }
    let Some(path) = ask_where(desk, "app.dialog.new-file", &organisation)? else {
        return Ok(None);
    };
    let key = key(passphrase);
    let file = make(desk, &path, &organisation, key.clone())?;
    let open = OpenFile::new(file, key, desk.outside().now())?;
    desk.put(open).map(Some)
}

fn create_with_sample(
    desk: &Desk,
    CreateSample { passphrase }: CreateSample,
) -> Result<Option<SessionView>, AppError> {
    let sample = desk
        .library()
        .sample()
        .ok_or(AppError::Nonsense { what: "sample" })?;
    let organisation = sample
        .organisation()
        .ok_or(AppError::Nonsense { what: "sample" })?;
    if let Some(passphrase) = &passphrase {
        refuse_hopeless(desk, passphrase, &[organisation])?;
    }
    let Some(path) = ask_where(desk, "app.dialog.sample-file", organisation)? else {
        return Ok(None);
    };
    let key = key(passphrase);
    let mut file = make(desk, &path, organisation, key.clone())?;
    let (actor, now) = (desk.actor(), desk.outside().now());
    let library = desk.library();
    file.import(
        &actor,
        now,
        &Import {
            drafts: &domain::sample::drafts(sample),
            note: organisation,
            questions: &|id| library.question(id),
        },
        &mut || RecordId::new(desk.outside().new_id()),
        &mut |_, _| std::ops::ControlFlow::Continue(()),
    )?;
    desk.put(OpenFile::new(file, key, now)?).map(Some)
}

/// Makes an empty client file. A file that is there is never replaced, whatever the dialog agreed to:
/// it may be somebody's work of years.
fn make(desk: &Desk, path: &Path, organisation: &str, key: Key) -> Result<ClientFile, AppError> {
    desk.not_own(path)?;
    let outside = desk.outside();
    Ok(ClientFile::create(
        path,
        key,
        &NewFile {
            organisation,
            file_id: &outside.new_id(),
            organisation_id: RecordId::new(outside.new_id()),
            actor: &desk.actor(),
            now: outside.now(),
        },
    )?)
}

/// Asks where to put a client file that is to be named like this.
pub(crate) fn ask_where(
    desk: &Desk,
    title: &str,
    named: &str,
) -> Result<Option<PathBuf>, AppError> {
    let title = desk.texts().get(title);
    let suggested = safe_name(named, "aims");
    Ok(desk.dialogs().save(title, &suggested, &client_file(desk)))
}

/// A name without blanks around it, if it can be kept.
pub(crate) fn name(typed: &str) -> Result<String, AppError> {
    Ok(text::name(typed)?.to_owned())
}

fn choose(desk: &Desk) -> Result<Option<FileHandle>, AppError> {
    let title = desk.texts().get("app.dialog.open-file");
    Ok(desk
        .dialogs()
        .open(title, &client_file(desk))
        .map(|path| handle(desk, &path)))
}

fn open(desk: &Desk, Wanted { token, passphrase }: Wanted) -> Result<SessionView, AppError> {
    let path = desk.behind(&token)?;
    // The same file again: it is let go of first, since a file has one holder at a time.
    if desk.not_own(&path).is_err() {
        desk.close_file();
    }
    desk.put(open_at(desk, &path, key(passphrase))?)
}

fn forget(desk: &Desk, FileToken { token }: FileToken) -> Result<Vec<FileHandle>, AppError> {
    let path = desk.behind(&token)?;
    desk.memory()
        .forget(&path)
        .map_err(|error| disk(&path, &error))?;
    Ok(recent(desk))
}

command! {
    /// The first screen.
    start_screen() -> StartScreen = start
}
command! {
    /// Six random words.
    suggest_passphrase() -> String = suggest
}
command! {
    /// How a typed passphrase would hold.
    judge_passphrase(Passphrase) -> PassphraseAdvice = judge
}
command! {
    /// Makes a client file and opens it; null when the dialog was closed.
    create_file(CreateFile) -> Option<SessionView> = create
}
command! {
    /// Makes a client file with the sample organisation and opens it.
    create_sample(CreateSample) -> Option<SessionView> = create_with_sample
}
command! {
    /// Asks for a client file.
    choose_file() -> Option<FileHandle> = choose
}
command! {
    /// Opens a client file.
    open_file(Wanted) -> SessionView = open
}
command! {
    /// Takes a file off the list of recent ones.
    forget_recent(FileToken) -> Vec<FileHandle> = forget
}
