//! One record in the making: answers from several columns come together.

use super::answers::Said;
use super::links::Known;
use super::unsaid::is_not_applicable;
use super::{Problem, Trouble};
use content::{Question, QuestionId, QuestionKind, Questionnaire, RecordKind};
use domain::truth::{Truth, evaluate};
use domain::{Answer, AnswerState, Answers, Draft, NamedLink, Value};
use std::collections::BTreeMap;

/// A draft with what could not be placed in it yet.
pub struct Making<'a> {
    known: &'a Known<'a>,
    questionnaire: &'a Questionnaire,
    row: usize,
    /// The name, once a column gave it.
    pub name: String,
    /// The identity in our own exports.
    pub id: Option<String>,
    /// Whether it is retired.
    pub retired: bool,
    answers: Answers,
    links: BTreeMap<QuestionId, NamedLink>,
    asked: BTreeMap<QuestionId, String>,
    remarks: BTreeMap<QuestionId, String>,
    notes: Vec<String>,
    not_applicable: Vec<String>,
    /// Title and words behind each answer, for those that end in the notes after all.
    sources: BTreeMap<QuestionId, Vec<(String, String)>>,
    /// What is not as the list says it.
    pub problems: Vec<Problem>,
}

impl<'a> Making<'a> {
    /// An empty record for a row.
    pub fn new(known: &'a Known<'a>, questionnaire: &'a Questionnaire, row: usize) -> Self {
        Making {
            known,
            questionnaire,
            row,
            name: String::new(),
            id: None,
            retired: false,
            answers: Answers::new(),
            links: BTreeMap::new(),
            asked: BTreeMap::new(),
            remarks: BTreeMap::new(),
            notes: Vec::new(),
            not_applicable: Vec::new(),
            sources: BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    /// Lists something.
    pub fn trouble(&mut self, column: Option<&str>, what: Trouble) {
        self.problems.push(Problem {
            row: Some(self.row),
            column: column.map(str::to_owned),
            what,
        });
    }

    /// Keeps a text under its title for the notes. What a list says dozens of times a row, that
    /// something does not apply, shares one line.
    pub fn note(&mut self, title: &str, text: &str) {
        if is_not_applicable(text) {
            self.not_applicable.push(title.to_owned());
        } else {
            self.notes.push(format!("{title}: {text}"));
        }
    }

    /// Keeps a remark for an answer.
    pub fn remark(&mut self, question: &QuestionId, remark: String) {
        self.remarks.insert(question.clone(), remark);
    }

    /// Whether something was said to a question.
    pub fn has(&self, question: &QuestionId) -> bool {
        self.answers.contains_key(question) || self.links.contains_key(question)
    }

    /// Adds a paragraph to a text.
    pub fn append(&mut self, question: &Question, title: &str, text: &str) {
        let paragraph = Answer::given(Value::Text(format!("{title}: {text}")));
        self.put(question, Said::Answer(paragraph), title, text);
    }

    /// Adds what a cell said; `text` is its own words for the case that they must go to the notes.
    pub fn put(&mut self, question: &Question, said: Said, title: &str, text: &str) {
        if !text.is_empty() {
            let source = (title.to_owned(), text.to_owned());
            self.sources
                .entry(question.id.clone())
                .or_default()
                .push(source);
        }
        match said {
            Said::Nothing => {}
            Said::Answer(answer) => self.answer(question, answer, title, text),
            Said::Asked(name, note) => {
                let asked_of = self.known.linked(RecordKind::Person, &name).cloned();
                if asked_of.is_none() && !name.is_empty() {
                    self.asked.insert(question.id.clone(), name);
                }
                let state = AnswerState::NotKnown { asked_of };
                self.answer(question, Answer { state, note }, title, text);
            }
            Said::Names(names, note) => self.link(question, names, note, title, text),
        }
    }

    fn link(
        &mut self,
        question: &Question,
        names: Vec<String>,
        note: String,
        title: &str,
        text: &str,
    ) {
        let Some(kind) = question.record else { return };
        let mut all = match self.links.remove(&question.id) {
            Some(link) if question.kind == QuestionKind::Record && link.names != names => {
                self.links.insert(question.id.clone(), link);
                return self.second(question, title, text);
            }
            Some(link) => link.names,
            None => Vec::new(),
        };
        for name in names {
            if !all.contains(&name) {
                all.push(name);
            }
        }
        let link = NamedLink {
            question: question.id.clone(),
            kind,
            names: all,
            note,
        };
        self.links.insert(question.id.clone(), link);
    }

    fn second(&mut self, question: &Question, title: &str, text: &str) {
        self.note(title, text);
        self.trouble(
            Some(title),
            Trouble::SecondAnswer {
                value: text.to_owned(),
                question: question.id.clone(),
            },
        );
    }

    fn answer(&mut self, question: &Question, answer: Answer, title: &str, text: &str) {
        let Some(before) = self.answers.remove(&question.id) else {
            self.answers.insert(question.id.clone(), answer);
            return;
        };
        if before.state == answer.state {
            self.answers.insert(question.id.clone(), before);
            return;
        }
        let joined = match (&before.state, &answer.state) {
            (AnswerState::Given(one), AnswerState::Given(other)) => join(question.kind, one, other),
            // A value says more than "not applicable" or "not known" of a sister column.
            (AnswerState::Given(one), _) => Some(one.clone()),
            (_, AnswerState::Given(other)) => Some(other.clone()),
            _ => None,
        };
        match joined {
            Some(value) => {
                // A sister column's "not applicable" gives way to a value, its words do not.
                let reason = |state: AnswerState| match state {
                    AnswerState::NotApplicable { reason } => reason,
                    _ => String::new(),
                };
                let notes = [
                    before.note,
                    reason(before.state),
                    answer.note,
                    reason(answer.state),
                ];
                let note = notes
                    .into_iter()
                    .filter(|note| !note.is_empty())
                    .collect::<Vec<_>>()
                    .join("\n");
                let state = AnswerState::Given(value);
                self.answers
                    .insert(question.id.clone(), Answer { state, note });
            }
            None => {
                self.answers.insert(question.id.clone(), before);
                self.second(question, title, text);
            }
        }
    }

    /// Moves answers to the notes whose question is not asked, as other answers of the row say: set
    /// aside there, nobody would meet them. Where it is still open whether it is asked, they stay.
    pub fn heed_conditions(&mut self) {
        for question in &self.questionnaire.questions {
            let Some(condition) = &question.show_when else {
                continue;
            };
            if self.answers.contains_key(&question.id)
                && evaluate(condition, &self.answers) == Truth::No
                && let Some(sources) = self.sources.remove(&question.id)
            {
                self.answers.remove(&question.id);
                for (title, text) in sources {
                    self.note(&title, &text);
                }
            }
        }
    }

    /// The draft: links resolved where the file has their records, every answer checked, leftovers
    /// in the notes.
    pub fn finish(mut self, kind: RecordKind, notes: Option<&Question>) -> (Draft, Vec<Problem>) {
        self.settle_links();
        for (question, remark) in std::mem::take(&mut self.remarks) {
            match (
                self.answers.get_mut(&question),
                self.links.get_mut(&question),
            ) {
                (Some(answer), _) => answer.note = remark,
                (None, Some(link)) => link.note = remark,
                (None, None) => self.note(question.as_str(), &remark),
            }
        }
        self.check();
        self.write_notes(notes);
        let draft = Draft {
            id: None,
            kind,
            name: self.name,
            answers: self.answers,
            links: self.links.into_values().collect(),
            asked: self.asked,
            retired: self.retired,
            row: self.row,
        };
        (draft, self.problems)
    }

    /// Links whose records are all in the file become answers.
    fn settle_links(&mut self) {
        for (id, link) in std::mem::take(&mut self.links) {
            let found: Option<Vec<_>> = link
                .names
                .iter()
                .map(|name| self.known.linked(link.kind, name).cloned())
                .collect();
            match found {
                Some(mut records) => {
                    let mut seen = std::collections::BTreeSet::new();
                    records.retain(|record| seen.insert(record.clone()));
                    let state = AnswerState::Given(Value::Records(records));
                    let note = link.note;
                    self.answers.insert(id, Answer { state, note });
                }
                None => {
                    self.links.insert(id, link);
                }
            }
        }
    }

    fn check(&mut self) {
        for (id, answer) in std::mem::take(&mut self.answers) {
            let Some(question) = self.known.question(id.as_str()) else {
                continue;
            };
            match answer.check(question) {
                Ok(()) => {
                    self.answers.insert(id, answer);
                }
                Err(why) => {
                    if let Some(Value::Text(text)) = answer.value() {
                        self.note(&question.label, text);
                    }
                    self.trouble(Some(&question.label), Trouble::Refused { why });
                }
            }
        }
    }

    fn write_notes(&mut self, question: Option<&Question>) {
        if !self.not_applicable.is_empty() {
            let titles = self.not_applicable.join("; ");
            self.notes.push(format!("N/A: {titles}"));
        }
        if self.notes.is_empty() {
            return;
        }
        let Some(question) = question else {
            let value = std::mem::take(&mut self.notes).join("\n");
            return self.trouble(None, Trouble::NoPlace { value });
        };
        let before = match self.answers.get(&question.id).and_then(Answer::value) {
            Some(Value::Text(text)) => Some(text.clone()),
            _ => None,
        };
        let mut text = before
            .into_iter()
            .chain(std::mem::take(&mut self.notes))
            .collect::<Vec<_>>()
            .join("\n");
        if text.len() > domain::text::LONGEST {
            let mut end = domain::text::LONGEST;
            while !text.is_char_boundary(end) {
                end -= 1;
            }
            text.truncate(end);
            self.trouble(None, Trouble::NotesFull);
        }
        let answer = Answer::given(Value::Text(text));
        self.answers.insert(question.id.clone(), answer);
    }
}

/// Two values of one question as one, where its form has room for both.
fn join(kind: QuestionKind, one: &Value, other: &Value) -> Option<Value> {
    match (kind, one, other) {
        (QuestionKind::LongText, Value::Text(one), Value::Text(other)) => {
            Some(Value::Text(format!("{one}\n\n{other}")))
        }
        (QuestionKind::Text, Value::Text(one), Value::Text(other)) => {
            Some(Value::Text(format!("{one}; {other}")))
        }
        (_, Value::Many(one), Value::Many(other)) => Some(Value::Many(one | other)),
        (_, Value::Words(one), Value::Words(other)) => {
            let mut all = one.clone();
            all.extend(other.iter().filter(|word| !one.contains(word)).cloned());
            Some(Value::Words(all))
        }
        _ => None,
    }
}
