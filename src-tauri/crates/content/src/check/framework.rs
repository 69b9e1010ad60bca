//! Checks of frameworks: ids, words that must not be blank, then references, then that nothing idles.

use super::{clocks, coverage, references};
use crate::ids::{is_kebab, is_word};
use crate::load::{Authored, AuthoredFramework};
use crate::problem::{Flaw, Problem};
use crate::question::Questionnaire;
use std::collections::BTreeMap;

/// Checks every framework against itself and against the questionnaire it asks.
pub(crate) fn frameworks(
    all: &[AuthoredFramework],
    questionnaires: &[Authored],
    problems: &mut Vec<Problem>,
) {
    let mut asked: BTreeMap<_, String> = BTreeMap::new();
    for authored in all {
        let file = authored.file();
        if authored.head.is_none() {
            // A head that could not be read is a problem already.
            if !problems.iter().any(|problem| problem.file == file) {
                problems.push(Problem::new(&file, "file", Flaw::HeadMissing));
            }
            continue;
        }
        if let Some(also_in) = asked.insert(authored.questionnaire(), file.clone()) {
            let what = Flaw::DoubledQuestionnaire { also_in };
            problems.push(Problem::new(&file, &authored.folder, what));
        }
        let own = questionnaires
            .iter()
            .find(|other| other.questionnaire.id == authored.questionnaire());
        let mut found = Found {
            authored,
            problems: Vec::new(),
        };
        shape(&mut found);
        references::check(&mut found, own);
        clocks::check(&mut found, questionnaires);
        match own {
            None => {
                let id = authored.questionnaire();
                found.unknown(&file, &authored.folder, "questionnaire", id.as_str());
            }
            // Whether everything is used can only be said of what holds together.
            Some(own) if found.problems.is_empty() && authored.broken.is_empty() => {
                coverage::check(&mut found, own);
            }
            Some(_) => {}
        }
        if let Some(own) = own {
            shown(&own.file, &own.questionnaire, &mut found.problems);
        }
        problems.append(&mut found.problems);
    }
}

/// A framework and what was found in it so far.
pub(super) struct Found<'a> {
    pub authored: &'a AuthoredFramework,
    pub problems: Vec<Problem>,
}

impl Found<'_> {
    /// Notes a flaw.
    pub fn flaw(&mut self, file: &str, at: impl std::fmt::Display, what: Flaw) {
        self.problems.push(Problem::new(file, at, what));
    }

    /// Notes a reference that leads nowhere, unless what it means could not be read.
    pub fn unknown(
        &mut self,
        file: &str,
        at: impl std::fmt::Display,
        what: &'static str,
        id: &str,
    ) {
        if !self.authored.broken.contains(id) {
            let id = id.to_owned();
            self.flaw(file, at, Flaw::Unknown { what, id });
        }
    }

    /// Ids that are well formed, each used once.
    pub(super) fn ids<'i>(
        &mut self,
        ids: impl IntoIterator<Item = (&'i str, &'i str)>,
        form: fn(&str) -> bool,
    ) {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (file, id) in ids {
            if !form(id) {
                self.flaw(file, id, Flaw::MalformedId);
            }
            if let Some(other) = seen.insert(id, file) {
                let also_in = other.to_owned();
                self.flaw(file, id, Flaw::DoubledId { also_in });
            }
        }
    }

    /// Words that must not be blank.
    pub(super) fn words(&mut self, file: &str, at: &str, words: &[(&'static str, &str)]) {
        for (name, text) in words {
            if text.trim().is_empty() {
                self.flaw(file, at, Flaw::Missing(name));
            }
        }
    }
}

/// Ids and words of everything in the framework.
fn shape(found: &mut Found) {
    let authored = found.authored;
    let Some(head) = &authored.head else { return };
    let file = authored.file();
    let file = file.as_str();
    found.ids([(file, head.id.as_str())], is_kebab);
    if head.version == 0 {
        found.flaw(file, &head.id, Flaw::VersionMissing);
    }
    let words = [
        ("title", head.title.as_str()),
        ("text_version", &head.text_version),
        ("caveat", &head.caveat),
    ];
    found.words(file, head.id.as_str(), &words);
    lists(found, file);
    provisions(found);
}

/// The lists of the head.
fn lists(found: &mut Found, file: &str) {
    let Some(head) = &found.authored.head else {
        return;
    };
    found.ids(head.stages.iter().map(|s| (file, s.id.as_str())), is_kebab);
    found.ids(head.sources.iter().map(|s| (file, s.id.as_str())), is_word);
    found.ids(head.classes.iter().map(|c| (file, c.id.as_str())), is_word);
    found.ids(head.roles.iter().map(|r| (file, r.id.as_str())), is_word);
    found.ids(
        head.penalties.iter().map(|p| (file, p.id.as_str())),
        is_word,
    );
    found.ids(
        head.unsettled.iter().map(|u| (file, u.id.as_str())),
        is_kebab,
    );
    found.ids(
        head.guidance.iter().map(|g| (file, g.id.as_str())),
        is_kebab,
    );
    // A duty names either, so dates and schedules share their words.
    let days = head.dates.iter().map(|date| date.id.as_str());
    let schedules = head.schedules.iter().map(|schedule| schedule.id.as_str());
    found.ids(days.chain(schedules).map(|id| (file, id)), is_word);

    for stage in &head.stages {
        found.words(file, stage.id.as_str(), &[("title", &stage.title)]);
    }
    for source in &head.sources {
        let words = [
            ("title", source.title.as_str()),
            ("carries", &source.carries),
        ];
        found.words(file, source.id.as_str(), &words);
    }
    for date in &head.dates {
        let words = [("what", date.what.as_str()), ("cite", &date.cite)];
        found.words(file, date.id.as_str(), &words);
    }
    let named = head
        .classes
        .iter()
        .map(|class| (class.id.as_str(), &class.title, &class.plain, &class.cite));
    let roles = head.roles.iter();
    let named = named.chain(roles.map(|r| (r.id.as_str(), &r.title, &r.plain, &r.cite)));
    let guidance = head.guidance.iter();
    let named = named.chain(guidance.map(|g| (g.id.as_str(), &g.title, &g.plain, &g.cite)));
    for (id, title, plain, cite) in named {
        found.words(
            file,
            id,
            &[("title", title), ("plain", plain), ("cite", cite)],
        );
    }
    for penalty in &head.penalties {
        let words = [("text", penalty.text.as_str()), ("cite", &penalty.cite)];
        found.words(file, penalty.id.as_str(), &words);
    }
    for schedule in head.schedules.iter().filter(|s| s.steps.is_empty()) {
        found.flaw(file, &schedule.id, Flaw::Missing("step"));
    }
    for point in &head.unsettled {
        let words = [
            ("title", point.title.as_str()),
            ("why", &point.why),
            ("cite", &point.cite),
        ];
        found.words(file, point.id.as_str(), &words);
        let blank = point.readings.iter().any(|words| words.trim().is_empty());
        if point.readings.len() < 2 || point.ours >= point.readings.len() || blank {
            found.flaw(file, &point.id, Flaw::ReadingMissing);
        }
    }
}

/// Rules, duties and routes.
fn provisions(found: &mut Found) {
    let AuthoredFramework {
        rules,
        duties,
        routes,
        ..
    } = found.authored;
    found.ids(
        rules.iter().map(|(f, r)| (f.as_str(), r.id.as_str())),
        is_kebab,
    );
    found.ids(
        duties.iter().map(|(f, d)| (f.as_str(), d.id.as_str())),
        is_word,
    );
    found.ids(
        routes.iter().map(|(f, r)| (f.as_str(), r.id.as_str())),
        is_kebab,
    );
    for (file, rule) in rules {
        let mut words = vec![
            ("title", rule.title.as_str()),
            ("plain", &rule.plain),
            ("cite", &rule.cite),
        ];
        if let Some(draft) = &rule.draft {
            words.extend([
                ("draft.cite", draft.cite.as_str()),
                ("draft.note", &draft.note),
            ]);
        }
        words.extend(rule.point.iter().map(|point| ("point", point.as_str())));
        words.extend(rule.flag.iter().map(|flag| ("flag", flag.as_str())));
        words.extend(rule.inside.iter().map(|words| ("inside", words.as_str())));
        words.extend(rule.outside.iter().map(|words| ("outside", words.as_str())));
        found.words(file, rule.id.as_str(), &words);
        if rule.sources.is_empty() {
            found.flaw(file, &rule.id, Flaw::Missing("sources"));
        }
    }
    for (file, duty) in duties {
        let words = [
            ("title", duty.title.as_str()),
            ("plain", &duty.plain),
            ("article", &duty.article),
            ("trigger", &duty.trigger),
        ];
        found.words(file, duty.id.as_str(), &words);
        for (name, empty) in [
            ("roles", duty.roles.is_empty()),
            ("sources", duty.sources.is_empty()),
        ] {
            if empty {
                found.flaw(file, &duty.id, Flaw::Missing(name));
            }
        }
    }
    for (file, route) in routes {
        let words = [
            ("title", route.title.as_str()),
            ("plain", &route.plain),
            ("cite", &route.cite),
        ];
        found.words(file, route.id.as_str(), &words);
    }
}

/// A framework's questions hide behind no condition.
fn shown(file: &str, questionnaire: &Questionnaire, problems: &mut Vec<Problem>) {
    for question in &questionnaire.questions {
        if question.show_when.is_some() {
            problems.push(Problem::new(file, &question.id, Flaw::HidesQuestion));
        }
    }
}
