//! Who calls, with what at hand: the content, the clock, fresh identities, the open file.

use crate::failure::Failure;
use crate::passphrase;
use content::{Library, Texts};
use domain::{Actor, RecordId, Timestamp};
use std::path::Path;
use store::{ClientFile, Key, Opening, Probe, StoreError};

/// Everything a command needs besides its words.
pub struct Caller {
    /// Questionnaires, texts, sample.
    pub library: &'static Library,
    /// Written into the log as the one who did it.
    pub actor: Actor,
}

impl Caller {
    /// Loads the content and takes the name of the logged-in user for the log.
    pub fn new() -> Result<Self, Failure> {
        let library = content::library().map_err(|problems| {
            let reasons: Vec<String> = problems.iter().map(ToString::to_string).collect();
            Failure::refused(format!("content: {}", reasons.join("; ")))
        })?;
        let name = ["PLUMB_ACTOR", "USER", "LOGNAME", "USERNAME"]
            .iter()
            .filter_map(|variable| std::env::var(variable).ok())
            .find(|name| !name.trim().is_empty())
            .unwrap_or_else(|| "plumb".to_owned());
        Ok(Caller {
            library,
            actor: Actor(name),
        })
    }

    /// The English texts.
    pub fn texts(&self) -> &'static Texts {
        self.library.texts()
    }

    /// The clock of the machine.
    pub fn now(&self) -> Timestamp {
        chrono::Utc::now()
    }

    /// A fresh identity.
    pub fn new_id(&self) -> RecordId {
        RecordId::new(uuid::Uuid::new_v4().to_string())
    }

    /// Opens a client file, asking for the passphrase only where one is needed.
    pub fn open(&self, path: &Path) -> Result<ClientFile, Failure> {
        // Absolute, because a bare word such as `:memory:` means something else to the database.
        let path = &std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let key = self.key_of(path)?;
        let opening = Opening {
            actor: &self.actor,
            now: self.now(),
        };
        ClientFile::open(path, key, &opening).map_err(|error| self.refused(&error))
    }

    /// Refuses a place for a document that is the client file itself, under whatever name.
    pub fn not_itself(&self, file: &Path, out: &Path) -> Result<(), Failure> {
        match (file.canonicalize(), out.canonicalize()) {
            (Ok(file), Ok(target)) if file == target => Err(Failure::refused(
                self.texts()
                    .format("cli.error.itself", &[("file", &out.display().to_string())]),
            )),
            _ => Ok(()),
        }
    }

    /// The key of a file that is there.
    pub fn key_of(&self, path: &Path) -> Result<Key, Failure> {
        match store::probe(path).map_err(|error| self.refused(&error))? {
            Probe::Encrypted => passphrase::of_existing(self.texts(), path).map(Key::Passphrase),
            _ => Ok(Key::Unencrypted),
        }
    }

    /// A refusal of the store, in words.
    pub fn refused(&self, error: &StoreError) -> Failure {
        Failure::say(self.texts(), &error.wording())
    }
}
