//! Records of every kind: lists, pages, names, attachments.

use super::command;
use super::inventory::PAGE;
use crate::desk::Desk;
use crate::dialogs::{FileType, file_name, safe_name};
use crate::error::{AppError, disk};
use crate::session::OpenFile;
use crate::show::{self, Names};
use crate::wire::answer::Standing;
use crate::wire::change::Changed;
use crate::wire::moment;
use crate::wire::record::{
    AttachmentView, Fact, Missing, NewRecord, OneAttachment, OneRecord, RecordLink, RecordPage,
    RecordQuery, RecordRow, RecordScreen, RecordSearch, RenameRecord, Saved, Similar, UsedBy,
};
use domain::progress::counted;
use domain::{Actor, Attachment, Record, RecordId, RecordKind, Timestamp, Value};
use store::{Columns, LARGEST_ATTACHMENT, Likeness, ListQuery, Recorded, Retired, StoreError};

/// How many records a picker offers.
const OFFERED: usize = 30;

fn list(
    desk: &Desk,
    RecordQuery {
        kind,
        search,
        retired,
        offset,
        limit,
    }: RecordQuery,
) -> Result<RecordPage, AppError> {
    let kind = RecordKind::from(kind);
    let questionnaire = show::questionnaire(desk, kind)?;
    desk.read(|open| {
        let page = open.file.list(&ListQuery {
            search,
            retired: if retired {
                Retired::Only
            } else {
                Retired::Hidden
            },
            sort: by_name(),
            offset,
            limit: limit.min(PAGE),
            columns: Columns::All,
            ..ListQuery::of(kind)
        })?;
        let mut rows = Vec::with_capacity(page.rows.len());
        for row in page.rows {
            let progress = open.counts.of(&row.record.id, questionnaire, &row.answers);
            rows.push(RecordRow {
                used: show::uses(open, &row.record.id)?.len(),
                settled: progress.settled,
                asked: progress.asked,
                changed: moment(row.record.changed),
                record: show::link(row.record),
            });
        }
        Ok(RecordPage {
            rows,
            total: page.total,
        })
    })
}

fn by_name() -> store::Sort {
    store::Sort {
        column: store::Column::Name,
        ascending: true,
        order: Vec::new(),
    }
}

fn find(
    desk: &Desk,
    RecordSearch { kind, search }: RecordSearch,
) -> Result<Vec<RecordLink>, AppError> {
    let query = ListQuery {
        sort: by_name(),
        search,
        limit: OFFERED,
        ..ListQuery::of(kind.into())
    };
    desk.read(|open| {
        let rows = open.file.list(&query)?.rows;
        Ok(rows.into_iter().map(|row| show::link(row.record)).collect())
    })
}

fn similar(desk: &Desk, NewRecord { kind, name }: NewRecord) -> Result<Vec<Similar>, AppError> {
    if name.trim().is_empty() {
        return Ok(Vec::new());
    }
    desk.read(|open| {
        Ok(open
            .file
            .similar(kind.into(), &name)?
            .into_iter()
            .map(|similar| Similar {
                same: similar.likeness == Likeness::Same,
                record: show::link(similar.record),
            })
            .collect())
    })
}

fn add(desk: &Desk, NewRecord { kind, name }: NewRecord) -> Result<Changed<RecordLink>, AppError> {
    let name = super::start::name(&name)?;
    let id = RecordId::new(desk.outside().new_id());
    desk.change(|open, actor, now| {
        let recorded = open
            .file
            .add_record(actor, now, id.clone(), kind.into(), &name)?;
        linked(open, &id, recorded)
    })
}

fn rename(
    desk: &Desk,
    RenameRecord { record, name }: RenameRecord,
) -> Result<Changed<RecordLink>, AppError> {
    let name = super::start::name(&name)?;
    let changed = on_record(desk, &record, |open, actor, now, id| {
        open.file.rename(actor, now, id, &name)
    })?;
    Ok(super::session::retitled(desk, changed))
}

fn retire(desk: &Desk, OneRecord { record }: OneRecord) -> Result<Changed<RecordLink>, AppError> {
    on_record(desk, &record, |open, actor, now, id| {
        open.file.retire(actor, now, id)
    })
}

fn restore(desk: &Desk, OneRecord { record }: OneRecord) -> Result<Changed<RecordLink>, AppError> {
    on_record(desk, &record, |open, actor, now, id| {
        open.file.restore(actor, now, id)
    })
}

fn on_record(
    desk: &Desk,
    record: &str,
    verb: impl FnOnce(&mut OpenFile, &Actor, Timestamp, &RecordId) -> Result<Recorded, StoreError>,
) -> Result<Changed<RecordLink>, AppError> {
    let id = RecordId::new(record);
    desk.change(|open, actor, now| {
        let recorded = verb(open, actor, now, &id)?;
        linked(open, &id, recorded)
    })
}

fn linked(
    open: &OpenFile,
    id: &RecordId,
    recorded: Recorded,
) -> Result<(RecordLink, Recorded), AppError> {
    Ok((show::link(show::record(open, id.as_str())?), recorded))
}

fn page(desk: &Desk, OneRecord { record }: OneRecord) -> Result<RecordScreen, AppError> {
    let today = desk.outside().today();
    desk.read(|open| {
        let record = show::record(open, &record)?;
        let questionnaire = show::questionnaire(desk, record.kind)?;
        let answers = open.file.answers(&record.id)?;
        let counting = counted(questionnaire, &answers);
        let names = Names::of(&open.file);
        let mut facts = Vec::new();
        let mut missing = Vec::new();
        for question in &questionnaire.questions {
            let standing = show::standing(question, &counting, &answers);
            if standing == Standing::Hidden {
                continue;
            }
            let answer = answers.get(&question.id);
            if question.required && matches!(standing, Standing::Open | Standing::NotKnown) {
                missing.push(Missing {
                    section: question.section.to_string(),
                    question: question.id.to_string(),
                    label: question.label.clone(),
                });
            }
            facts.push(Fact {
                section: question.section.to_string(),
                question: question.id.to_string(),
                label: question.label.clone(),
                standing,
                text: answer
                    .map(|answer| names.words(desk, |words| words.answer(question, answer))),
                records: answer
                    .and_then(|answer| answer.value())
                    .map(Value::records)
                    .unwrap_or_default()
                    .iter()
                    .filter_map(|id| names.link(id))
                    .collect(),
                note: answer.map(|answer| answer.note.clone()).unwrap_or_default(),
            });
        }
        let mut used_by = Vec::new();
        for usage in show::uses(open, &record.id)? {
            let label = desk.library().question(usage.question.as_str());
            used_by.push(UsedBy {
                record: show::link(usage.record),
                label: label.map_or_else(
                    || usage.question.to_string(),
                    |question| question.label.clone(),
                ),
            });
        }
        let review = show::review_due(&counting);
        let attachments = open.file.attachments(&record.id)?;
        let Record {
            id: _, // with kind, number and name in the link
            kind: _,
            number: _,
            name: _,
            created,
            changed,
            retired,
        } = &record;
        Ok(RecordScreen {
            created: moment(*created),
            changed: moment(*changed),
            retired_at: retired.map(moment),
            questionnaire: questionnaire.title.clone(),
            sections: show::sections(questionnaire, &answers),
            facts,
            used_by,
            attachments: attachments.into_iter().map(attachment).collect(),
            missing,
            review_due: review.map(|due| due.to_string()),
            overdue: retired.is_none() && review.is_some_and(|due| due < today),
            record: show::link(record),
        })
    })
}

fn attachment(attachment: Attachment) -> AttachmentView {
    let Attachment {
        id,
        name,
        size,
        sha256,
        added,
        retired,
    } = attachment;
    AttachmentView {
        id,
        name,
        size,
        sha256,
        added: moment(added),
        retired: retired.is_some(),
    }
}

fn any_file(desk: &Desk) -> FileType {
    FileType {
        name: desk.texts().get("app.file-type.any").to_owned(),
        endings: &[],
    }
}

fn attach(
    desk: &Desk,
    OneRecord { record }: OneRecord,
) -> Result<Changed<Option<AttachmentView>>, AppError> {
    desk.read(|open| show::record(open, &record))?;
    let Some((name, bytes)) = chosen_file(desk)? else {
        return nothing_changed(desk);
    };
    let id = desk.outside().new_id();
    let record = RecordId::new(record);
    desk.change(|open, actor, now| {
        let recorded = open.file.attach(actor, now, &record, &id, &name, &bytes)?;
        let attached = open
            .file
            .attachments(&record)?
            .into_iter()
            .find(|one| one.id == id);
        Ok((attached.map(attachment), recorded))
    })
}

/// Asks for a file to attach and reads it: its name and its bytes. None when the dialog was closed.
pub(super) fn chosen_file(desk: &Desk) -> Result<Option<(String, Vec<u8>)>, AppError> {
    let title = desk.texts().get("app.dialog.attach");
    let Some(path) = desk.dialogs().open(title, &any_file(desk)) else {
        return Ok(None);
    };
    desk.not_own(&path)?;
    let size = std::fs::metadata(&path)
        .map_err(|error| disk(&path, &error))?
        .len();
    if size > LARGEST_ATTACHMENT {
        return Err(AppError::TooLarge {
            megabytes: LARGEST_ATTACHMENT / (1024 * 1024),
        });
    }
    let bytes = std::fs::read(&path).map_err(|error| disk(&path, &error))?;
    Ok(Some((file_name(&path), bytes)))
}

/// The answer to a mutation that the person called off in the dialog.
pub(super) fn nothing_changed<T>(desk: &Desk) -> Result<Changed<Option<T>>, AppError> {
    desk.read(|open| {
        let (undo, redo) = crate::acts::labels(desk, open)?;
        Ok(Changed {
            value: None,
            changed: Vec::new(),
            at: moment(open.saved.unwrap_or_else(|| desk.outside().now())),
            undo,
            redo,
        })
    })
}

fn save(
    desk: &Desk,
    OneAttachment { attachment, record }: OneAttachment,
) -> Result<Option<Saved>, AppError> {
    let known = desk.read(|open| Ok(open.file.attachments(&RecordId::new(record))?))?;
    let known = known
        .into_iter()
        .find(|one| one.id == attachment)
        .ok_or(AppError::Store(StoreError::UnknownAttachment))?;
    let (stem, ending) = known.name.rsplit_once('.').unwrap_or((&known.name, "bin"));
    let title = desk.texts().get("app.dialog.save-attachment");
    let Some(path) = desk
        .dialogs()
        .save(title, &safe_name(stem, ending), &any_file(desk))
    else {
        return Ok(None);
    };
    let bytes = desk.read(|open| Ok(open.file.read_attachment(&attachment)?))?;
    desk.write_out(&path, &bytes)?;
    Ok(Some(Saved {
        file: file_name(&path),
        bytes: bytes.len() as u64,
    }))
}

fn retire_one(
    desk: &Desk,
    OneAttachment {
        attachment,
        record: _,
    }: OneAttachment,
) -> Result<Changed<()>, AppError> {
    desk.change(|open, actor, now| Ok(((), open.file.retire_attachment(actor, now, &attachment)?)))
}

fn restore_one(
    desk: &Desk,
    OneAttachment {
        attachment,
        record: _,
    }: OneAttachment,
) -> Result<Changed<()>, AppError> {
    desk.change(|open, actor, now| Ok(((), open.file.restore_attachment(actor, now, &attachment)?)))
}

command! {
    /// A page of a list of records of one kind.
    list_records(RecordQuery) -> RecordPage = list
}
command! {
    /// Records of a kind that could be meant.
    find_records(RecordSearch) -> Vec<RecordLink> = find
}
command! {
    /// Records whose name is close to one about to be given.
    similar_records(NewRecord) -> Vec<Similar> = similar
}
command! {
    /// Enters a record.
    add_record(NewRecord) -> Changed<RecordLink> = add
}
command! {
    /// Gives a record another name.
    rename_record(RenameRecord) -> Changed<RecordLink> = rename
}
command! {
    /// Takes a record out of use. Nothing is deleted.
    retire_record(OneRecord) -> Changed<RecordLink> = retire
}
command! {
    /// Brings a retired record back.
    restore_record(OneRecord) -> Changed<RecordLink> = restore
}
command! {
    /// Everything known of one record.
    show_record(OneRecord) -> RecordScreen = page
}
command! {
    /// Attaches a file; value null when the dialog was closed.
    attach_file(OneRecord) -> Changed<Option<AttachmentView>> = attach
}
command! {
    /// Writes a copy of an attachment.
    save_attachment(OneAttachment) -> Option<Saved> = save
}
command! {
    /// Takes an attachment out of use.
    retire_attachment(OneAttachment) -> Changed<()> = retire_one
}
command! {
    /// Brings a retired attachment back.
    restore_attachment(OneAttachment) -> Changed<()> = restore_one
}
