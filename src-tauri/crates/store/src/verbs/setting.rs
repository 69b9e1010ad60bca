//! Things saved by name with the file: column mappings, list views.

use crate::effect::{Effect, Step};
use crate::error::StoreError;
use crate::file::ClientFile;
use crate::queries::settings;
use crate::verbs::record::check_name;
use crate::write::Recorded;
use content::QuestionId;
use domain::{Action, Actor, Timestamp};

impl ClientFile {
    /// Saves a value under a name; none removes it.
    pub fn save_setting(
        &mut self,
        actor: &Actor,
        now: Timestamp,
        name: &str,
        value: Option<&str>,
    ) -> Result<Recorded, StoreError> {
        let name = check_name(name)?;
        if let Some(value) = value {
            domain::text::check(&QuestionId::from("setting"), value)?;
        }
        let done = self.write(actor, now, |write| {
            let from = settings::one(write.conn(), name)?;
            let to = value.map(str::to_owned);
            if from == to {
                return Ok(());
            }
            write.take(&Step {
                action: Action::SettingSaved,
                subject: None,
                aspect: Some(name.to_owned()),
                effect: Effect::Saved { from, to },
            })
        })?;
        Ok(done.0)
    }
}
