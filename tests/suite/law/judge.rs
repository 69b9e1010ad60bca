//! Compares what came out with what a case expects, and says every difference in words.

use crate::case::{Case, day};
use content::Questionnaire;
use domain::law::{Determination, Engine, Owed};
use domain::{Answers, Truth};
use std::collections::BTreeSet;
use std::fmt::Display;
use toml::Value as Toml;

/// What is otherwise than the case expects; empty when it came out.
pub fn judge(engine: &Engine, questions: &Questionnaire, case: &Case) -> Vec<String> {
    let found = engine.classify(&case.answers, case.on);
    let mut judging = Judging {
        case,
        found: &found,
        failures: Vec::new(),
    };
    judging.proof();
    judging.classes();
    judging.duties();
    judging.dates();
    judging.remarks();
    if let Some(most) = case.expect.steps {
        judging.failures.extend(road(engine, questions, case, most));
    }
    judging.failures
}

struct Judging<'a> {
    case: &'a Case,
    found: &'a Determination<'a>,
    failures: Vec<String>,
}

impl Judging<'_> {
    fn fail(&mut self, what: impl Display) {
        self.failures.push(what.to_string());
    }

    /// Exactly these words, in whichever order.
    fn exactly(&mut self, what: &str, expected: Option<&Vec<String>>, found: Vec<String>) {
        let Some(expected) = expected else { return };
        let wanted: BTreeSet<&String> = expected.iter().collect();
        let there: BTreeSet<&String> = found.iter().collect();
        for missing in wanted.difference(&there) {
            self.fail(format_args!("{what}: {missing} is missing"));
        }
        for surplus in there.difference(&wanted) {
            self.fail(format_args!("{what}: {surplus} is too much"));
        }
    }

    /// What the case proves is settled the way it says.
    fn proof(&mut self) {
        let Some(fires) = self.case.fires else {
            if !self.case.proves.is_empty() {
                self.fail("`fires` is missing");
            }
            return;
        };
        let framework = self.found.framework;
        for id in &self.case.proves {
            let rule = self
                .found
                .trace
                .iter()
                .find(|finding| finding.rule.id.as_str() == id);
            if let Some(finding) = rule {
                if finding.truth != Truth::from(fires) {
                    let (truth, open, deciding) = (finding.truth, &finding.open, &finding.deciding);
                    self.fail(format_args!(
                        "rule {id} is {truth:?}; open {open:?}, deciding {deciding:?}"
                    ));
                }
            } else if framework.duties.iter().any(|duty| duty.id.as_str() == id) {
                let owed = owes(&self.found.duties, id);
                let open = owes(&self.found.open_duties, id);
                if owed != fires || (open && !fires) {
                    self.fail(format_args!("duty {id} is owed: {owed}, open: {open}"));
                }
            } else if framework.routes.iter().any(|route| route.id.as_str() == id) {
                let mut ways = self.found.duties.iter().flat_map(|owed| &owed.routes);
                if ways.any(|route| route.id.as_str() == id) != fires {
                    self.fail(format_args!("route {id} is not {fires}"));
                }
            } else {
                self.fail(format_args!("there is no rule, duty or route {id}"));
            }
        }
    }

    fn classes(&mut self) {
        let (case, found) = (self.case, self.found);
        let expect = &case.expect;
        let class = |class: Option<&content::Class>| {
            class.map_or("undetermined".to_owned(), |class| class.id.to_string())
        };
        for (what, expected, found) in [
            ("headline", &expect.headline, class(found.headline)),
            ("so far", &expect.so_far, class(found.so_far)),
        ] {
            if expected.as_ref().is_some_and(|expected| *expected != found) {
                let expected = expected.as_deref().unwrap_or_default();
                self.fail(format_args!("{what} is {found}, not {expected}"));
                let open = &self.found.open_questions;
                if found == "undetermined" && !open.is_empty() {
                    self.fail(format_args!("open: {open:?}"));
                }
            }
        }
        let classes = found.classes.iter().map(|class| class.id.to_string());
        self.exactly("classes", expect.classes.as_ref(), classes.collect());
        let roles = found.roles.iter().map(|role| role.id.to_string());
        self.exactly("roles", expect.roles.as_ref(), roles.collect());
        let points = found.points.iter().map(ToString::to_string);
        self.exactly("points", expect.points.as_ref(), points.collect());
        let flags = found.flags.iter().map(ToString::to_string);
        self.exactly("flags", expect.flags.as_ref(), flags.collect());
    }

    fn duties(&mut self) {
        let (case, found) = (self.case, self.found);
        let expect = &case.expect;
        if let Some(expected) = &expect.duties {
            let by_role = expected.iter().any(|word| word.contains(' '));
            let owed = found.duties.iter().map(|owed| match by_role {
                true => format!("{} {}", owed.role.id, owed.duty.id),
                false => owed.duty.id.to_string(),
            });
            self.exactly("duties", Some(expected), owed.collect());
        }
        for id in &expect.duties_include {
            if !owes(&found.duties, id) {
                self.fail(format_args!("duty {id} is missing"));
            }
        }
        for id in &expect.duties_exclude {
            if owes(&found.duties, id) || owes(&found.open_duties, id) {
                self.fail(format_args!("duty {id} is owed, or open"));
            }
        }
    }

    fn dates(&mut self) {
        let expect = &self.case.expect;
        for (formally, dates) in [(false, &expect.dates), (true, &expect.formal)] {
            for (id, expected) in dates {
                let rows = self.found.duties.iter();
                let rows: Vec<&Owed> = rows.filter(|owed| owed.duty.id.as_str() == id).collect();
                if rows.is_empty() {
                    self.fail(format_args!("duty {id} has no date: it is not owed"));
                }
                for owed in rows {
                    let is = match formally {
                        true => owed.formal,
                        false => owed.effective.map(|date| date.on),
                    };
                    let open = owed.effective_open && !formally;
                    let as_expected = match expected {
                        Toml::String(word) if word == "open" => open,
                        expected => is.is_some() && is == day(expected) && !open,
                    };
                    if !as_expected {
                        self.fail(format_args!(
                            "duty {id} is from {is:?} (open: {open}), not {expected}"
                        ));
                    }
                }
            }
        }
    }

    fn remarks(&mut self) {
        let (case, found) = (self.case, self.found);
        let expect = &case.expect;
        let warnings = found
            .warnings
            .iter()
            .map(|warning| warning.rule.id.to_string());
        self.exactly("warnings", expect.warnings.as_ref(), warnings.collect());
        let drafts = found
            .drafts
            .iter()
            .map(|differing| differing.rule.id.to_string());
        self.exactly("drafts", expect.drafts.as_ref(), drafts.collect());
        let routes = found.duties.iter().flat_map(|owed| &owed.routes);
        let routes = routes.map(|route| route.id.to_string());
        self.exactly("routes", expect.routes.as_ref(), routes.collect());
        for id in &expect.unsettled {
            if !found
                .unsettled
                .iter()
                .any(|doubt| doubt.point.id.as_str() == id)
            {
                self.fail(format_args!("the unsettled point {id} is not shown"));
            }
        }
        let open = &found.open_questions;
        match expect.open.as_deref() {
            Some([]) if !open.is_empty() => self.fail(format_args!("still open: {open:?}")),
            Some(expected) => {
                for id in expected {
                    if !open.iter().any(|open| open.as_str() == id) {
                        self.fail(format_args!("{id} is not open"));
                    }
                }
            }
            None => {}
        }
        let given = case.answers.len();
        if expect.max_answers.is_some_and(|most| given > most) {
            self.fail(format_args!("{given} answers are given"));
        }
    }
}

fn owes(rows: &[Owed], id: &str) -> bool {
    let (role, id) = id
        .split_once(' ')
        .map_or((None, id), |(role, id)| (Some(role), id));
    rows.iter().any(|owed| {
        owed.duty.id.as_str() == id && role.is_none_or(|role| owed.role.id.as_str() == role)
    })
}

/// The wizard's road: always the first open question, answered from the case, until nothing is open.
fn road(engine: &Engine, questions: &Questionnaire, case: &Case, most: usize) -> Option<String> {
    let mut answers = Answers::new();
    let mut asked = Vec::new();
    loop {
        let weighing = engine.weigh(&answers, case.on);
        let (open, _) = weighing.open_questions();
        // What is not known stays open; it is asked once.
        let Some(next) = open.iter().find(|id| !asked.contains(&id.as_str())) else {
            break;
        };
        let question = questions.question(next.as_str())?;
        asked.push(next.as_str());
        match case.answers.get(*next) {
            Some(answer) => answers.insert(question.id.clone(), answer.clone()),
            None => {
                return Some(format!(
                    "the road asks {next}, which the case leaves open; after {asked:?}"
                ));
            }
        };
    }
    (asked.len() > most).then(|| format!("the road asks {}: {asked:?}", asked.len()))
}
