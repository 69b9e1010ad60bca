//! The path behind a line: from the risk over its treatment to the control, its evidence and the approval.

use super::asked;
use super::row::{Decision, Row, Status};
use super::statement::Statement;
use crate::answer::{Answers, Value};
use crate::record::Record;
use crate::words::Words;

/// One path behind one line.
#[derive(Debug, Clone)]
pub struct Trail<'d> {
    /// The risk it begins with; none where the line is there for another ground.
    pub risk: Option<&'d Record>,
    /// Its five links, in the order of [`Step`].
    pub links: Vec<Link>,
}

/// One link of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Which.
    pub step: Step,
    /// What stands there, in words; empty where nothing does.
    pub says: String,
    /// Whether it holds.
    pub hold: Hold,
}

/// The links of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// What may happen.
    Risk,
    /// What is done about it.
    Treatment,
    /// The control that was chosen.
    Control,
    /// What shows that it is kept.
    Evidence,
    /// Who stands for what is left, and for the statement.
    Approval,
}

/// Whether a link holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hold {
    /// It does.
    Whole,
    /// The line is there for another ground than a risk.
    NotNeeded,
    /// It does not.
    Broken(Break),
}

/// Why a link does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Break {
    /// It is said to treat a risk, and none names it.
    NoRisk,
    /// Nobody said how the risk is treated.
    NoTreatment,
    /// Nobody decided about the control.
    Undecided,
    /// The control is excluded.
    Excluded,
    /// The control is not in place yet.
    NotInPlace,
    /// Nothing shows it.
    NoEvidence,
    /// What shows it is older than a year.
    EvidenceOld,
    /// Nobody accepted what is left of the risk.
    NotAccepted,
    /// The acceptance has expired.
    AcceptanceExpired,
    /// No version of the statement was signed.
    NeverSigned,
    /// The line says something else than the signed version.
    ChangedSince,
}

/// How a line stands to the newest signed version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standing {
    /// No version was signed.
    Unsigned,
    /// It says what the version with this number says.
    Signed(u32),
    /// It says something else than the version with this number, or is not in it.
    Changed(u32),
}

impl Step {
    /// Every link, in order.
    pub const ALL: [Step; 5] = [
        Step::Risk,
        Step::Treatment,
        Step::Control,
        Step::Evidence,
        Step::Approval,
    ];

    /// The word by which texts and programs name it.
    pub fn code(self) -> &'static str {
        match self {
            Step::Risk => "risk",
            Step::Treatment => "treatment",
            Step::Control => "control",
            Step::Evidence => "evidence",
            Step::Approval => "approval",
        }
    }
}

impl Break {
    /// The word by which texts and programs name it.
    pub fn code(self) -> &'static str {
        match self {
            Break::NoRisk => "no-risk",
            Break::NoTreatment => "no-treatment",
            Break::Undecided => "undecided",
            Break::Excluded => "excluded",
            Break::NotInPlace => "not-in-place",
            Break::NoEvidence => "no-evidence",
            Break::EvidenceOld => "evidence-old",
            Break::NotAccepted => "not-accepted",
            Break::AcceptanceExpired => "acceptance-expired",
            Break::NeverSigned => "never-signed",
            Break::ChangedSince => "changed-since",
        }
    }
}

impl Hold {
    /// Why it does not hold; none where it does or need not.
    pub fn broken(self) -> Option<Break> {
        match self {
            Hold::Broken(why) => Some(why),
            Hold::Whole | Hold::NotNeeded => None,
        }
    }
}

impl Trail<'_> {
    /// Whether no link is broken.
    pub fn whole(&self) -> bool {
        self.links.iter().all(|link| link.hold.broken().is_none())
    }
}

impl<'d> Statement<'d> {
    /// The paths behind a row: one for each risk that relies on it; without any, one for the grounds given.
    /// None for a control that is excluded and that no treatment relies on, and for one nobody decided
    /// about. `standing` is left out where a version is being made: its approval is what is asked for.
    pub fn trails(
        &self,
        row: &Row<'d>,
        standing: Option<Standing>,
        words: &Words<'_>,
    ) -> Vec<Trail<'d>> {
        let tracing = Tracing {
            statement: self,
            row,
            standing,
            words,
        };
        if !row.risks.is_empty() {
            let risks = row.risks.iter();
            return risks.map(|risk| tracing.of_risk(risk)).collect();
        }
        match row.decision() {
            Some(Decision::Included) => vec![tracing.of_grounds()],
            Some(Decision::Excluded) | None => Vec::new(),
        }
    }
}

struct Tracing<'s, 'd> {
    statement: &'s Statement<'d>,
    row: &'s Row<'d>,
    standing: Option<Standing>,
    words: &'s Words<'s>,
}

impl<'d> Tracing<'_, 'd> {
    fn of_risk(&self, risk: &'d Record) -> Trail<'d> {
        static NONE: Answers = Answers::new();
        let said = self.statement.risks.get(&risk.id).unwrap_or(&NONE);
        let treatment = self.said(said, asked::RISK_TREATMENT);
        let treated = holds(!treatment.is_empty(), Break::NoTreatment);
        Trail {
            risk: Some(risk),
            links: vec![
                link(
                    Step::Risk,
                    format!("{} {}", risk.reference(), risk.name),
                    Hold::Whole,
                ),
                link(Step::Treatment, treatment, treated),
                self.control(),
                self.evidence(),
                self.approval(Some(said)),
            ],
        }
    }

    fn of_grounds(&self) -> Trail<'d> {
        let needs_risk = self.row.for_risk();
        let first = if needs_risk {
            Hold::Broken(Break::NoRisk)
        } else {
            Hold::NotNeeded
        };
        Trail {
            risk: None,
            links: vec![
                link(Step::Risk, self.said(&self.row.said, asked::GROUNDS), first),
                link(Step::Treatment, String::new(), Hold::NotNeeded),
                self.control(),
                self.evidence(),
                self.approval(None),
            ],
        }
    }

    fn control(&self) -> Link {
        let decision = self.said(&self.row.said, asked::APPLIES);
        let status = self.said(&self.row.said, asked::STATUS);
        let hold = match (self.row.decision(), self.row.status()) {
            (None, _) => Hold::Broken(Break::Undecided),
            (Some(Decision::Excluded), _) => Hold::Broken(Break::Excluded),
            (Some(Decision::Included), status) => {
                holds(status.is_some_and(Status::in_place), Break::NotInPlace)
            }
        };
        link(Step::Control, joined([decision, status]), hold)
    }

    fn evidence(&self) -> Link {
        let day = self.row.day(asked::EVIDENCE_ON);
        let hold = match day {
            _ if !self.row.evidenced() => Hold::Broken(Break::NoEvidence),
            Some(day) if self.statement.is_old(day) => Hold::Broken(Break::EvidenceOld),
            _ => Hold::Whole,
        };
        let files = self
            .words
            .texts
            .count("content.soa.files", self.row.files as u64, &[]);
        let said = [
            self.row.text(asked::EVIDENCE).to_owned(),
            if self.row.files > 0 {
                files
            } else {
                String::new()
            },
            day.map_or_else(String::new, |day| self.words.date(day)),
        ];
        link(Step::Evidence, joined(said), hold)
    }

    /// Who accepted what is left, and whether a signed version says the same.
    fn approval(&self, risk: Option<&Answers>) -> Link {
        let texts = self.words.texts;
        let mut said = Vec::new();
        let mut hold = Hold::Whole;
        if let Some(risk) = risk.filter(|risk| self.needs_acceptance(risk)) {
            let until = match risk
                .get(asked::RISK_ACCEPTED_UNTIL)
                .and_then(|until| until.value())
            {
                Some(Value::Date(until)) => Some(*until),
                _ => None,
            };
            let who = self.said(risk, asked::RISK_ACCEPTED_BY);
            if who.is_empty() {
                hold = Hold::Broken(Break::NotAccepted);
            } else if until.is_some_and(|until| until < self.statement.on) {
                hold = Hold::Broken(Break::AcceptanceExpired);
            }
            if !who.is_empty() {
                said.push(texts.format("content.soa.accepted", &[("who", &who)]));
            }
            said.extend(until.map(|until| {
                let day = self.words.date(until);
                texts.format("content.soa.accepted-until", &[("day", &day)])
            }));
        }
        let version = |key: &str, number: u32| {
            texts.format(&format!("content.soa.{key}"), &[("n", &number.to_string())])
        };
        let standing = match self.standing {
            None => Hold::Whole,
            Some(Standing::Unsigned) => Hold::Broken(Break::NeverSigned),
            Some(Standing::Signed(number)) => {
                said.push(version("in-version", number));
                Hold::Whole
            }
            Some(Standing::Changed(_)) => Hold::Broken(Break::ChangedSince),
        };
        let hold = if hold == Hold::Whole { standing } else { hold };
        link(Step::Approval, said.join(" · "), hold)
    }

    /// A risk that is avoided leaves nothing to accept.
    fn needs_acceptance(&self, risk: &Answers) -> bool {
        let said = risk
            .get(asked::RISK_TREATMENT)
            .and_then(|answer| answer.value());
        !matches!(said, Some(Value::One(option)) if option.as_str() == "avoid")
    }

    /// An answer in words; empty where no value was given.
    fn said(&self, answers: &Answers, question: &str) -> String {
        let value = answers.get(question).and_then(|answer| answer.value());
        let asked = self.statement.library.question(question);
        value
            .zip(asked)
            .map(|(value, asked)| self.words.value(asked, value))
            .unwrap_or_default()
    }
}

fn link(step: Step, says: String, hold: Hold) -> Link {
    Link { step, says, hold }
}

fn holds(holds: bool, otherwise: Break) -> Hold {
    if holds {
        Hold::Whole
    } else {
        Hold::Broken(otherwise)
    }
}

fn joined<const N: usize>(said: [String; N]) -> String {
    let said: Vec<String> = said.into_iter().filter(|words| !words.is_empty()).collect();
    said.join(" · ")
}
