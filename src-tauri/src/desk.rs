//! Everything a command needs, in one place: content, clock, dialogs, memory of this machine, and the
//! file of this window behind a lock.

use crate::dialogs::{Dialogs, file_name};
use crate::error::AppError;
use crate::law::Law;
use crate::outside::Outside;
use crate::preferences::{Memory, Recent};
use crate::session::{LockedFile, OpenFile, Session};
use crate::signal::Signal;
use crate::tasks::{Running, Tasks};
use crate::wire::change::Changed;
use crate::wire::error::WireError;
use crate::wire::report::Task;
use crate::wire::session::SessionView;
use crate::wire::settings::Preferences;
use content::{Library, Texts};
use domain::{Actor, Timestamp};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use store::{Recorded, StoreError};

/// The desk of one window. Cheap to clone; all clones are the same desk.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    library: &'static Library,
    law: OnceLock<Option<Law>>,
    outside: Outside,
    dialogs: Box<dyn Dialogs>,
    memory: Memory,
    preferences: Mutex<Preferences>,
    session: Mutex<Session>,
    handles: Mutex<HashMap<String, PathBuf>>,
    waiting: Mutex<Option<PathBuf>>,
    table: Mutex<Option<crate::commands::list::ChosenList>>,
    preview: Mutex<Option<crate::commands::report::Laid>>,
    tasks: Tasks,
    calls: AtomicU64,
    tell: OnceLock<Box<dyn Fn(Signal) + Send + Sync>>,
}

/// A lock that a panic elsewhere does not spoil: what it guards is always whole, because a change of
/// the file is one transaction and everything else is replaced in one step.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Desk {
    /// A desk without a file.
    pub fn new(
        library: &'static Library,
        outside: Outside,
        dialogs: Box<dyn Dialogs>,
        memory: Memory,
    ) -> Self {
        let preferences = Mutex::new(memory.preferences());
        Desk(Arc::new(Inner {
            library,
            law: OnceLock::new(),
            outside,
            dialogs,
            memory,
            preferences,
            session: Mutex::new(Session::None),
            handles: Mutex::default(),
            waiting: Mutex::default(),
            table: Mutex::default(),
            preview: Mutex::default(),
            tasks: Tasks::default(),
            calls: AtomicU64::new(0),
            tell: OnceLock::new(),
        }))
    }

    /// Says where signals for the window go. The first one counts.
    pub fn listen(&self, tell: impl Fn(Signal) + Send + Sync + 'static) {
        let _ = self.0.tell.set(Box::new(tell));
    }

    pub(crate) fn tell(&self, signal: Signal) {
        if let Some(tell) = self.0.tell.get() {
            tell(signal);
        }
    }

    /// The content of this build.
    pub fn library(&self) -> &'static Library {
        self.0.library
    }

    /// The law that classifies AI systems, prepared when it is first needed.
    pub(crate) fn law(&self) -> Result<&Law, AppError> {
        let law = self.0.law.get_or_init(|| Law::of(self.0.library));
        law.as_ref().ok_or(AppError::Nonsense { what: "law" })
    }

    /// The texts of the preferred language.
    pub fn texts(&self) -> &'static Texts {
        self.0.library.texts_in(&lock(&self.0.preferences).language)
    }

    /// A message in words; a question is called by its short name.
    pub(crate) fn say(&self, wording: content::Wording) -> String {
        crate::error::say(self.library(), self.texts(), wording)
    }

    pub(crate) fn outside(&self) -> &Outside {
        &self.0.outside
    }

    pub(crate) fn dialogs(&self) -> &dyn Dialogs {
        &*self.0.dialogs
    }

    pub(crate) fn memory(&self) -> &Memory {
        &self.0.memory
    }

    /// Preferences of this machine.
    pub fn preferences(&self) -> Preferences {
        lock(&self.0.preferences).clone()
    }

    pub(crate) fn prefer(&self, preferences: Preferences) {
        *lock(&self.0.preferences) = preferences;
    }

    pub(crate) fn session(&self) -> MutexGuard<'_, Session> {
        lock(&self.0.session)
    }

    pub(crate) fn chosen_list(&self) -> MutexGuard<'_, Option<crate::commands::list::ChosenList>> {
        lock(&self.0.table)
    }

    pub(crate) fn laid(&self) -> MutexGuard<'_, Option<crate::commands::report::Laid>> {
        lock(&self.0.preview)
    }

    /// In whose name changes are recorded.
    pub(crate) fn actor(&self) -> Actor {
        let name = self.preferences().actor;
        let name = name.trim();
        Actor(match name {
            "" => self.texts().get("app.actor.unnamed").to_owned(),
            name => name.to_owned(),
        })
    }

    /// Runs a long task with progress and a way to stop it.
    pub(crate) fn during<T>(
        &self,
        task: Task,
        work: impl FnOnce(&Running<'_>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let tell = |progress| self.tell(Signal::Progress(progress));
        work(&self.0.tasks.begin(task, &tell))
    }

    pub(crate) fn cancel(&self, task: Task) {
        self.0.tasks.cancel(task);
    }

    /// Looks into the open file.
    pub(crate) fn read<T>(
        &self,
        look: impl FnOnce(&mut OpenFile) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let mut session = self.session();
        let outcome = session.open().and_then(look);
        self.drop_moved(session, &outcome);
        outcome
    }

    /// Changes the open file in the name of the person who works here, and says which screens the
    /// change may have touched.
    pub(crate) fn change<T>(
        &self,
        act: impl FnOnce(&mut OpenFile, &Actor, Timestamp) -> Result<(T, Recorded), AppError>,
    ) -> Result<Changed<T>, AppError> {
        let mut session = self.session();
        let outcome = session.open().and_then(|open| {
            let now = self.0.outside.now();
            let (value, recorded) = act(open, &self.actor(), now)?;
            open.active = now;
            if recorded.act.is_some() {
                open.saved = Some(recorded.at);
                open.backup_due = true;
            }
            self.warn_of_room(open);
            open.counts.forget(&recorded.records);
            let (undo, redo) = crate::acts::labels(self, open)?;
            Ok(Changed {
                value,
                changed: crate::acts::topics(&recorded),
                at: crate::wire::moment(recorded.at),
                undo,
                redo,
            })
        });
        self.drop_moved(session, &outcome);
        outcome
    }

    /// A file that is no longer at its place is let go of at once: nothing more may be written to it.
    pub(crate) fn drop_moved<T>(
        &self,
        mut session: MutexGuard<'_, Session>,
        outcome: &Result<T, AppError>,
    ) {
        if matches!(outcome, Err(AppError::Store(StoreError::Moved))) {
            *session = Session::None;
            drop(session);
            self.let_go();
            self.tell(Signal::Warning(
                self.texts().get("app.locked.moved").to_owned(),
            ));
            self.tell(Signal::Session(None));
        }
    }

    /// Puts a file into the window, remembers it, and answers what the frame shows of it.
    pub(crate) fn put(&self, open: OpenFile) -> Result<SessionView, AppError> {
        let mut session = self.session();
        self.let_go();
        let recent = Recent {
            path: open.file.path().to_owned(),
            organisation: open.file.organisation()?.name,
            opened: self.0.outside.now(),
            encrypted: open.file.is_encrypted(),
            file_id: Some(open.file.file_id().to_owned()),
        };
        *session = Session::Open(Box::new(open));
        if self.preferences().keep_recent {
            // A list of recent files that cannot be written must not keep anyone from their work.
            let _ = self.0.memory.remember(recent);
        }
        *lock(&self.0.waiting) = None;
        let view = crate::commands::session::view(self, &mut session)?;
        drop(session);
        self.tell(Signal::Title(self.title()));
        view.ok_or(AppError::NoFile)
    }

    /// Forgets everything that was derived from the file.
    pub(crate) fn let_go(&self) {
        *self.chosen_list() = None;
        *self.laid() = None;
        self.cancel(Task::Import);
        self.cancel(Task::Report);
    }

    /// Wipes the key and closes the file; what remains is its place and the organisation's name.
    pub(crate) fn lock_file(&self) -> Result<SessionView, AppError> {
        let mut session = self.session();
        let Session::Open(open) = &*session else {
            return Err(match *session {
                Session::Locked(_) => AppError::Locked,
                _ => AppError::NoFile,
            });
        };
        if !open.file.is_encrypted() {
            return Err(AppError::NothingToLock);
        }
        *session = Session::Locked(LockedFile {
            path: open.file.path().to_owned(),
            organisation: open.file.organisation()?.name,
        });
        self.let_go();
        let view = crate::commands::session::view(self, &mut session)?;
        drop(session);
        self.tell(Signal::Title(self.title()));
        view.ok_or(AppError::NoFile)
    }

    /// Closes the file of this window.
    pub(crate) fn close_file(&self) {
        *self.session() = Session::None;
        self.let_go();
        self.tell(Signal::Title(self.title()));
    }

    /// The words of the title bar.
    pub fn title(&self) -> String {
        let texts = self.texts();
        match &*self.session() {
            Session::None => "Plumbline".to_owned(),
            Session::Locked(locked) => texts.format(
                "app.window.locked",
                &[("organisation", &locked.organisation)],
            ),
            Session::Open(open) => match open.file.organisation() {
                Ok(organisation) => {
                    texts.format("app.window.title", &[("organisation", &organisation.name)])
                }
                Err(_) => "Plumbline".to_owned(),
            },
        }
    }

    /// Notes that the person is there.
    pub(crate) fn keep_awake(&self) {
        if let Session::Open(open) = &mut *self.session() {
            open.active = self.0.outside.now();
        }
    }

    /// A handle for a path. The same path has the same handle as long as the app runs.
    pub(crate) fn handle(&self, path: &Path) -> String {
        let mut handles = lock(&self.0.handles);
        if let Some((token, _)) = handles.iter().find(|(_, known)| *known == path) {
            return token.clone();
        }
        let token = self.0.outside.new_id();
        handles.insert(token.clone(), path.to_owned());
        token
    }

    /// The path behind a handle.
    pub(crate) fn behind(&self, token: &str) -> Result<PathBuf, AppError> {
        lock(&self.0.handles)
            .get(token)
            .cloned()
            .ok_or(AppError::UnknownHandle)
    }

    /// A file to be offered for opening, from the command line or a second start.
    pub fn offer(&self, path: PathBuf) {
        *lock(&self.0.waiting) = Some(path);
    }

    pub(crate) fn waiting(&self) -> Option<PathBuf> {
        lock(&self.0.waiting).clone()
    }

    /// Writes a file that leaves the app, in one step. The open client file is never written over.
    pub(crate) fn write_out(&self, path: &Path, bytes: &[u8]) -> Result<(), AppError> {
        self.not_own(path)?;
        Ok(exchange::write_file(path, bytes)?)
    }

    /// Refuses the open client file. Even reading it beside the store would let go of its lock.
    pub(crate) fn not_own(&self, path: &Path) -> Result<(), AppError> {
        let same = |own: &Path| match (std::fs::canonicalize(own), std::fs::canonicalize(path)) {
            (Ok(own), Ok(path)) => own == path,
            _ => own == path,
        };
        match self.session().path() {
            Some(own) if same(own) => Err(AppError::OwnFile {
                file: file_name(path),
            }),
            _ => Ok(()),
        }
    }

    /// How many commands the page has sent: its sign of life.
    pub(crate) fn calls(&self) -> u64 {
        self.0.calls.load(Ordering::Relaxed)
    }

    /// Changes the zoom by so many percent, or back to 100, and keeps it.
    pub(crate) fn zoom_by(&self, step: Option<i64>) {
        let mut preferences = self.preferences();
        preferences.zoom = match step {
            None => 100,
            Some(step) => (i64::from(preferences.zoom) + step).clamp(50, 300) as u32,
        };
        self.tell(Signal::Zoom(preferences.zoom));
        // A zoom that cannot be kept still holds until the app ends.
        let _ = self.0.memory.keep_preferences(&preferences);
        self.prefer(preferences);
    }

    /// Runs the work of a command away from the window's thread. A part that gives way becomes a
    /// message: a promise of the page never hangs.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Desk) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, WireError> {
        self.0.calls.fetch_add(1, Ordering::Relaxed);
        let desk = self.clone();
        let outcome = tauri::async_runtime::spawn_blocking(move || work(&desk)).await;
        outcome
            .unwrap_or(Err(AppError::Fault))
            .map_err(|error| error.on_the_wire(self.library(), self.texts()))
    }
}
