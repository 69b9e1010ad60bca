//! Reading the folder of a framework: one head, any number of files with rules and duties.

use super::{Read, line};
use crate::clock::Clock;
use crate::crosswalk::Provision;
use crate::day;
use crate::framework::{
    Class, Framework, Guidance, LegalDate, Penalty, Role, Schedule, Source, Stage, Unsettled,
};
use crate::ids::{FrameworkId, QuestionnaireId};
use crate::problem::Flaw;
use crate::rule::{Duty, Route, Rule};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use toml::Spanned;
use toml::de::DeValue;

/// Name of the file that says what a framework is.
const HEAD: &str = "framework.toml";

/// A framework with where each part of it was written.
#[derive(Default)]
pub(crate) struct AuthoredFramework {
    /// Name of the folder.
    pub folder: String,
    /// Its head, if it could be read: everything but rules, duties and routes.
    pub head: Option<Framework>,
    /// Rules with their files.
    pub rules: Vec<(String, Rule)>,
    /// Duties with their files.
    pub duties: Vec<(String, Duty)>,
    /// Routes with their files.
    pub routes: Vec<(String, Route)>,
    /// Clocks with their files.
    pub clocks: Vec<(String, Clock)>,
    /// Provisions with their files.
    pub provisions: Vec<(String, Provision)>,
    /// Ids of what could not be read: whoever refers to them is not to blame.
    pub broken: BTreeSet<String>,
}

impl AuthoredFramework {
    /// Path of the head below `assets/`.
    pub fn file(&self) -> String {
        format!("frameworks/{}/{HEAD}", self.folder)
    }

    /// The questionnaire it asks, as far as that is known.
    pub fn questionnaire(&self) -> QuestionnaireId {
        match &self.head {
            Some(head) => head.questionnaire.clone(),
            None => QuestionnaireId::new(&self.folder),
        }
    }

    /// The whole of it, rules in the order of their stages.
    pub fn whole(self) -> Option<Framework> {
        let mut framework = self.head?;
        framework.rules = self.rules.into_iter().map(|(_, rule)| rule).collect();
        framework.duties = self.duties.into_iter().map(|(_, duty)| duty).collect();
        framework.routes = self.routes.into_iter().map(|(_, route)| route).collect();
        framework.clocks = self.clocks.into_iter().map(|(_, clock)| clock).collect();
        let provisions = self.provisions.into_iter();
        framework.provisions = provisions.map(|(_, provision)| provision).collect();
        let stages = std::mem::take(&mut framework.stages);
        framework
            .rules
            .sort_by_key(|rule| stages.iter().position(|stage| stage.id == rule.stage));
        framework.stages = stages;
        Some(framework)
    }
}

/// The plain keys of a head; its lists are read one item at a time.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    id: FrameworkId,
    version: u32,
    title: String,
    text_version: String,
    #[serde(deserialize_with = "day::read")]
    as_of: NaiveDate,
    caveat: String,
    questionnaire: QuestionnaireId,
}

impl Read {
    /// Reads one file of a framework's folder.
    pub(super) fn framework(&mut self, path: &str, folder: &str, name: &str, text: &str) {
        let mut authored = self.frameworks.remove(folder).unwrap_or_default();
        authored.folder = folder.to_owned();
        if name == HEAD {
            self.head(path, text, &mut authored);
        } else {
            self.provisions(path, text, &mut authored);
        }
        self.frameworks.insert(folder.to_owned(), authored);
    }

    fn head(&mut self, path: &str, text: &str, authored: &mut AuthoredFramework) {
        let table = self.table(path, text);
        let span = table.span();
        let mut table = table.into_inner();
        let broken = &mut authored.broken;
        let stages: Vec<Stage> = self.some(path, text, &mut table, "stage", broken);
        let sources: Vec<Source> = self.some(path, text, &mut table, "source", broken);
        let dates: Vec<LegalDate> = self.some(path, text, &mut table, "date", broken);
        let classes: Vec<Class> = self.some(path, text, &mut table, "class", broken);
        let roles: Vec<Role> = self.some(path, text, &mut table, "role", broken);
        let schedules: Vec<Schedule> = self.some(path, text, &mut table, "schedule", broken);
        let penalties: Vec<Penalty> = self.some(path, text, &mut table, "penalty", broken);
        let unsettled: Vec<Unsettled> = self.some(path, text, &mut table, "unsettled", broken);
        let guidance: Vec<Guidance> = self.some(path, text, &mut table, "guidance", broken);
        let rest = Spanned::new(span, DeValue::Table(table));
        let Some(head) = self.typed::<Head>(path, text, rest) else {
            return;
        };
        if head.id.as_str() != authored.folder {
            let what = Flaw::IdIsNotStem {
                stem: authored.folder.clone(),
                id: head.id.to_string(),
            };
            self.problem(path, &head.id, what);
        }
        authored.head = Some(Framework {
            id: head.id,
            version: head.version,
            title: head.title,
            text_version: head.text_version,
            as_of: head.as_of,
            caveat: head.caveat,
            questionnaire: head.questionnaire,
            stages,
            sources,
            dates,
            classes,
            roles,
            schedules,
            penalties,
            unsettled,
            guidance,
            rules: Vec::new(),
            duties: Vec::new(),
            routes: Vec::new(),
            clocks: Vec::new(),
            provisions: Vec::new(),
        });
    }

    fn provisions(&mut self, path: &str, text: &str, authored: &mut AuthoredFramework) {
        let mut table = self.table(path, text).into_inner();
        let broken = &mut authored.broken;
        let rules: Vec<Rule> = self.some(path, text, &mut table, "rule", broken);
        let duties: Vec<Duty> = self.some(path, text, &mut table, "duty", broken);
        let routes: Vec<Route> = self.some(path, text, &mut table, "route", broken);
        let clocks: Vec<Clock> = self.some(path, text, &mut table, "clock", broken);
        let provisions: Vec<Provision> = self.some(path, text, &mut table, "provision", broken);
        for (name, _) in &table {
            let at = line(text, name.span().start);
            let what = Flaw::Malformed(format!("nothing here is called `{}`", name.get_ref()));
            self.problem(path, format_args!("line {at}"), what);
        }
        authored.rules.extend(from(path, rules));
        authored.duties.extend(from(path, duties));
        authored.routes.extend(from(path, routes));
        authored.clocks.extend(from(path, clocks));
        authored.provisions.extend(from(path, provisions));
    }

    /// An array of tables that may be absent; ids of what cannot be read go to `broken`.
    pub(super) fn some<T: serde::de::DeserializeOwned>(
        &mut self,
        path: &str,
        text: &str,
        table: &mut toml::de::DeTable,
        key: &'static str,
        broken: &mut BTreeSet<String>,
    ) -> Vec<T> {
        if !table.contains_key(key) {
            return Vec::new();
        }
        let (read, unread) = self.each(path, text, table, key);
        broken.extend(unread);
        read
    }
}

/// Each thing with the file it was read from.
fn from<T>(path: &str, things: Vec<T>) -> impl Iterator<Item = (String, T)> {
    things
        .into_iter()
        .map(move |thing| (path.to_owned(), thing))
}
