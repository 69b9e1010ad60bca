//! What the app looks after by itself while a file is open: its place, a backup in every pause, the lock
//! after idle minutes, room on the disk.

use crate::desk::Desk;
use crate::error::AppError;
use crate::session::{OpenFile, Session};
use crate::signal::Signal;
use std::path::PathBuf;
use store::{Backup, Copied, StoreError};

/// A pause in which a copy of the file disturbs nobody.
const BREATH: chrono::Duration = chrono::Duration::seconds(20);

impl Desk {
    /// To be called every few seconds: notices when the file was moved or replaced, backs it up in a
    /// pause, and locks an encrypted file after idle minutes.
    pub fn tick(&self) {
        let (copied, idle) = {
            let mut session = self.session();
            let Session::Open(open) = &mut *session else {
                return;
            };
            if let Err(moved @ StoreError::Moved) = open.file.still_there() {
                let outcome: Result<(), AppError> = Err(moved.into());
                self.drop_moved(session, &outcome);
                return;
            }
            let idle = self.outside().now() - open.active;
            let copied = (idle >= BREATH).then(|| self.copy(open));
            let limit = self.preferences().lock_after_minutes;
            let idle = open.file.is_encrypted()
                && limit.is_some_and(|minutes| idle >= chrono::Duration::minutes(minutes.into()));
            (copied, idle)
        };
        if idle && let Ok(view) = self.lock_file() {
            self.tell(Signal::Notice(
                self.texts().get("app.locked.idle").to_owned(),
            ));
            self.tell(Signal::Session(Some(view)));
        }
        // Checking a copy takes most of the time and does not need the file: nobody waits for it.
        if let Some(copied) = copied {
            let outcome = copied.and_then(|copied| copied.map(Copied::verify).transpose());
            if let Session::Open(open) = &mut *self.session() {
                self.backed_up(open, outcome);
            }
        }
    }

    /// Says once that a change was saved with the last room of the disk.
    pub(crate) fn warn_of_room(&self, open: &mut OpenFile) {
        let short = open.file.is_short_of_room();
        if short && !open.room_told {
            let words = self.texts().get("app.room.short").to_owned();
            self.tell(Signal::Warning(words));
        }
        open.room_told = short;
    }

    /// Backs the file up before an act that touches much of it.
    pub(crate) fn back_up(&self, open: &mut OpenFile) {
        let outcome = self
            .copy(open)
            .and_then(|copied| copied.map(Copied::verify).transpose());
        self.backed_up(open, outcome);
    }

    /// A copy of the file in the app's own folder, encrypted as the file is, unless the newest backup
    /// there holds everything.
    fn copy(&self, open: &mut OpenFile) -> Result<Option<Copied>, StoreError> {
        if !std::mem::take(&mut open.backup_due) {
            return Ok(None);
        }
        open.file
            .copy_if_changed(&self.backups(), self.outside().now())
    }

    /// Where the app keeps its own backups.
    pub(crate) fn backups(&self) -> PathBuf {
        self.memory().folder().join("backups")
    }

    /// A backup that fails must not keep anyone from their work: the person is told once, and it is
    /// tried again after the next change.
    fn backed_up(&self, open: &mut OpenFile, outcome: Result<Option<Backup>, StoreError>) {
        match outcome {
            Ok(None) => {}
            Ok(Some(_)) => open.backup_fails = false,
            Err(error) if !open.backup_fails => {
                open.backup_fails = true;
                let why = match error {
                    // Its own sentence says that an act was refused for it, which is not so here.
                    StoreError::BackupFailed { why } => why,
                    other => self.say(other.wording()),
                };
                let words = self.texts().format("app.backup.failed", &[("why", &why)]);
                self.tell(Signal::Warning(words));
            }
            Err(_) => {}
        }
    }
}
