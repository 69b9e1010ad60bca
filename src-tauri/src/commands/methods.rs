//! Versions of the method by which risks are rated: one is edited, copied, approved.

use super::command;
use super::risks::kept;
use crate::desk::Desk;
use crate::error::AppError;
use crate::show;
use crate::wire::change::Changed;
use crate::wire::methods::{
    Approval, ApproveMethod, BeginMethod, MethodField, MethodScreen, MethodSlip, MethodVersion,
    ScaleView,
};
use crate::wire::moment;
use crate::wire::record::{OneRecord, RecordLink};
use crate::wire::wizard::ScaleStep;
use content::{Question, QuestionKind, RecordKind};
use domain::risk::{self, Kept, Method, Party, Scale, ask, matrix_as_far, method_frozen};
use domain::{Answer, Answers, RecordId, Rejected, Revision, Signing, Value};

fn screen(desk: &Desk, OneRecord { record }: OneRecord) -> Result<MethodScreen, AppError> {
    let today = desk.outside().today();
    let about = show::questionnaire(desk, RecordKind::Method)?;
    desk.read(|open| {
        let own = show::record(open, &record)?;
        if own.kind != RecordKind::Method {
            return Err(AppError::Nonsense { what: "method" });
        }
        let kept = kept(desk, open)?;
        let register = risk::register_of(&kept, today);
        let answers = open.file.answers(&own.id)?;
        let revisions = open.file.revisions(Some(&own.id))?;
        let approved = approval(&revisions, &own.id);
        let text = |question: &str| match answers.get(question).and_then(Answer::value) {
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => String::new(),
        };
        let consequence = Party::ALL.map(ask::scale);
        let scales: Vec<&str> = [ask::LIKELIHOOD]
            .into_iter()
            .chain(consequence)
            .chain([ask::LEVELS])
            .collect();
        let label = |id: &str| {
            let question = about.question(id);
            question.map_or_else(String::new, |question| question.label.clone())
        };
        let problems = match Method::read(&own, &answers) {
            Ok(_) => Vec::new(),
            Err(problems) => problems,
        };
        Ok(MethodScreen {
            edition: text(ask::EDITION),
            scales: scales
                .iter()
                .map(|id| ScaleView {
                    question: (*id).to_owned(),
                    label: label(id),
                    hint: about
                        .question(id)
                        .map_or_else(String::new, |one| one.hint.clone()),
                    steps: steps(&text(id)),
                })
                .collect(),
            matrix: matrix_as_far(&text(ask::MATRIX)),
            fields: about
                .questions
                .iter()
                .filter(|one| !scales.contains(&one.id.as_str()) && one.id.as_str() != ask::MATRIX)
                .filter(|one| one.retired.is_none())
                .map(|one| field(one, text(one.id.as_str())))
                .collect(),
            problems: problems
                .into_iter()
                .map(|problem| MethodSlip {
                    question: problem.question.to_owned(),
                    label: label(problem.question),
                    words: desk.say(problem.wording()),
                })
                .collect(),
            in_force: register.in_force.as_ref() == Some(&own.id),
            approved,
            risks: rated_by(&kept, &own.id),
            versions: versions(&kept, register.in_force.as_ref()),
            record: show::link(own),
        })
    })
}

fn field(question: &Question, value: String) -> MethodField {
    let kind = match question.kind {
        QuestionKind::LongText => "long-text",
        QuestionKind::Number => "number",
        _ => "text",
    };
    MethodField {
        question: question.id.to_string(),
        label: question.label.clone(),
        prompt: question.prompt.clone(),
        hint: question.hint.clone(),
        kind: kind.to_owned(),
        value,
    }
}

fn steps(text: &str) -> Vec<ScaleStep> {
    let (Scale(steps), _) = Scale::read(text);
    let steps = steps.into_iter();
    steps
        .map(|risk::Step { label, meaning }| ScaleStep { label, meaning })
        .collect()
}

fn approval(revisions: &[Revision], method: &RecordId) -> Option<Approval> {
    let mut own = revisions.iter().rev();
    let newest = own.find(|one| one.is_of(method, ask::METHOD_FORM));
    let signed = newest.filter(|one| one.stands())?;
    Some(Approval {
        signer: signed.signer.clone(),
        signer_role: signed.signer_role.clone(),
        at: moment(signed.at),
    })
}

fn rated_by(kept: &Kept, method: &RecordId) -> usize {
    let risks = kept.risks.iter();
    risks
        .filter(|(_, answers)| link(answers) == Some(method))
        .count()
}

fn link(answers: &Answers) -> Option<&RecordId> {
    answers.get(ask::METHOD)?.value()?.records().first()
}

fn versions(kept: &Kept, in_force: Option<&RecordId>) -> Vec<MethodVersion> {
    let edition = |answers: &Answers| match answers.get(ask::EDITION).and_then(Answer::value) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let version = |(record, answers): &(domain::Record, Answers)| MethodVersion {
        record: show::link(record.clone()),
        edition: edition(answers),
        approved: kept.approved.contains(&record.id),
        in_force: in_force == Some(&record.id),
        risks: rated_by(kept, &record.id),
    };
    kept.methods.iter().rev().map(version).collect()
}

fn list(desk: &Desk) -> Result<Vec<MethodVersion>, AppError> {
    let today = desk.outside().today();
    desk.read(|open| {
        let kept = kept(desk, open)?;
        let in_force = risk::register_of(&kept, today).in_force;
        Ok(versions(&kept, in_force.as_ref()))
    })
}

/// Begins a version: a copy of another, or of the one that ships.
fn begin(
    desk: &Desk,
    BeginMethod { from, edition }: BeginMethod,
) -> Result<Changed<RecordLink>, AppError> {
    let about = show::questionnaire(desk, RecordKind::Method)?;
    desk.change(|open, actor, now| {
        let (name, mut answers) = match &from {
            Some(from) => {
                let record = show::record(open, from)?;
                (record.name, open.file.answers(&record.id)?)
            }
            None => {
                let mut shipped = desk.library().entries(RecordKind::Method);
                let (_, entry) = shipped
                    .next()
                    .ok_or(AppError::Nonsense { what: "method" })?;
                (entry.name.clone(), domain::sample::answers(&entry.answers))
            }
        };
        let edition = edition.trim();
        if !edition.is_empty() {
            let edition = Value::Text(edition.to_owned());
            answers.insert(ask::EDITION.into(), Answer::given(edition));
        }
        // What changed is said anew: the copy has changed nothing yet.
        if from.is_some() {
            answers.remove(ask::CHANGED);
        }
        let asked = about.questions.iter().filter(|one| one.retired.is_none());
        let first: Vec<(&Question, Answer)> = asked
            .filter_map(|question| Some((question, answers.remove(&question.id)?)))
            .collect();
        let id = RecordId::new(desk.outside().new_id());
        let named = (id.clone(), RecordKind::Method, name.as_str());
        let recorded = open.file.add_answered(actor, now, named, &first)?;
        Ok((show::link(show::record(open, id.as_str())?), recorded))
    })
}

/// Approves a version that holds together: it is kept as it is, and nothing of it changes any more.
fn approve(
    desk: &Desk,
    ApproveMethod {
        record,
        signer,
        signer_role,
    }: ApproveMethod,
) -> Result<Changed<()>, AppError> {
    let about = show::questionnaire(desk, RecordKind::Method)?;
    let on = desk.outside().today();
    desk.change(|open, actor, now| {
        let own = show::record(open, &record)?;
        let answers = open.file.answers(&own.id)?;
        let method = Method::read(&own, &answers).map_err(|problems| {
            let mut questions: Vec<String> = Vec::new();
            for problem in problems {
                let asked = about.question(problem.question);
                let label = asked.map_or(problem.question, |question| &question.label);
                if !questions.iter().any(|known| known == label) {
                    questions.push(label.to_owned());
                }
            }
            AppError::from(Rejected::StillOpen { questions })
        })?;
        let signing = Signing {
            subject: own.id.clone(),
            questionnaire: about.id.clone(),
            signer,
            signer_role,
            remark: String::new(),
            on,
            content_version: format!("{} {}", about.id, about.version),
        };
        let frozen = method_frozen(&own, &method, about);
        let recorded = open.file.sign_off(actor, now, &signing, &frozen)?;
        Ok(((), recorded))
    })
}

command! {
    /// One version of the method.
    show_method(OneRecord) -> MethodScreen = screen
}
command! {
    /// Every version of the method, the newest first.
    list_methods() -> Vec<MethodVersion> = list
}
command! {
    /// Begins a version of the method.
    begin_method(BeginMethod) -> Changed<RecordLink> = begin
}
command! {
    /// Approves a version of the method.
    approve_method(ApproveMethod) -> Changed<()> = approve
}
