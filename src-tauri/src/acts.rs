//! Acts in words, and the screens they touch.

use crate::desk::Desk;
use crate::error::AppError;
use crate::session::OpenFile;
use crate::wire::change::Topic;
use content::RecordKind;
use domain::{Action, Change};
use store::{Act, HistoryQuery, Recorded};

/// What undo and redo would do, in words.
pub(crate) fn labels(
    desk: &Desk,
    open: &OpenFile,
) -> Result<(Option<String>, Option<String>), AppError> {
    let say = |act: Option<Act>| act.map(|act| words(desk, open, &act)).transpose();
    Ok((say(open.file.undoable()?)?, say(open.file.redoable()?)?))
}

/// An act as a sentence part: `answered “Owner” of AI-003 HR screening`.
pub(crate) fn words(desk: &Desk, open: &OpenFile, act: &Act) -> Result<String, AppError> {
    let texts = desk.texts();
    let record = match &act.subject {
        Some(record) => format!("{} {}", record.reference(), record.name),
        None => name_in_the_log(open, act)?.unwrap_or_default(),
    };
    let question = act
        .question
        .as_ref()
        .and_then(|question| desk.library().question(question.as_str()))
        .map(|question| question.label.clone())
        .unwrap_or_default();
    let n = texts.number(act.events);
    let key = match act.action {
        Action::FileCreated => "app.act.file-created",
        Action::RecordAdded if act.events > 1 && record.is_empty() => "app.act.records-added",
        Action::RecordAdded => "app.act.record-added",
        Action::RecordRenamed => "app.act.record-renamed",
        Action::RecordRetired => "app.act.record-retired",
        Action::RecordRestored => "app.act.record-restored",
        Action::AnswerRecorded if act.events > 1 => "app.act.answers-recorded",
        Action::AnswerRecorded => "app.act.answer-recorded",
        Action::ListImported => "app.act.list-imported",
        Action::AttachmentAdded => "app.act.attachment-added",
        Action::AttachmentRetired => "app.act.attachment-retired",
        Action::AttachmentRestored => "app.act.attachment-restored",
        Action::SettingSaved => "app.act.setting-saved",
        Action::FileMigrated => "app.act.file-migrated",
        Action::SignedOff => "app.act.signed-off",
        Action::Reopened => "app.act.reopened",
    };
    Ok(texts.format(
        key,
        &[("record", &record), ("question", &question), ("n", &n)],
    ))
}

/// What the one record was called that an act entered, or took away again: the record itself may be gone.
fn name_in_the_log(open: &OpenFile, act: &Act) -> Result<Option<String>, AppError> {
    if act.action != Action::RecordAdded || act.events > 1 {
        return Ok(None);
    }
    let own = HistoryQuery {
        before: Some(act.act + 1),
        limit: 1,
        ..HistoryQuery::default()
    };
    let event = open.file.history(&own)?.into_iter().next();
    Ok(event.and_then(|event| match event.change? {
        Change::Added { name, .. } | Change::Removed { name, .. } => Some(name),
        Change::Name { .. }
        | Change::Answer { .. }
        | Change::Signed { .. }
        | Change::Reopened { .. }
        | Change::Note(_) => None,
    }))
}

/// The screens a change may have touched. Empty when nothing had to change.
pub(crate) fn topics(recorded: &Recorded) -> Vec<Topic> {
    if recorded.act.is_none() {
        return Vec::new();
    }
    let mut topics = vec![Topic::History, Topic::Session];
    for kind in &recorded.kinds {
        match kind {
            RecordKind::Organisation => topics.push(Topic::Organisation),
            RecordKind::System => topics.push(Topic::Inventory),
            // Their names stand in the columns and filters of the inventory too.
            RecordKind::Vendor | RecordKind::Model | RecordKind::Dataset | RecordKind::Person => {
                topics.extend([Topic::Records, Topic::Inventory]);
            }
            RecordKind::Duty => topics.push(Topic::Duties),
            RecordKind::Incident => topics.push(Topic::Incidents),
            RecordKind::Impact => topics.push(Topic::Impacts),
            RecordKind::Risk | RecordKind::Method => topics.push(Topic::Risks),
            RecordKind::Action => topics.push(Topic::Actions),
            RecordKind::Control => topics.push(Topic::Controls),
            RecordKind::GapAnalysis | RecordKind::Finding => topics.push(Topic::Gaps),
        }
    }
    if !recorded.records.is_empty() {
        topics.extend([Topic::Journey, Topic::ToDos]);
        // After a large import every page reads again anyway: what it shows is among the kinds.
        topics.extend(
            recorded
                .records
                .iter()
                .take(2_000)
                .map(|record| Topic::Record(record.to_string())),
        );
    }
    if recorded.settings {
        topics.push(Topic::Settings);
    }
    topics.sort();
    topics.dedup();
    topics
}
