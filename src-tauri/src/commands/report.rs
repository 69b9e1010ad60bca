//! Reports: pages on screen, files on disk.

use super::command;
use crate::desk::Desk;
use crate::dialogs::{FileType, file_name, safe_name};
use crate::error::AppError;
use crate::show;
use crate::tasks::Running;
use crate::wire::report::{
    DrawingItem, DrawingLink, OnePage, OneReport, OutlineEntry, PageDrawing, ReportKind,
    ReportOffer, ReportPreview, SavedReport, Task,
};
use domain::{RecordId, RecordKind, Revision};
use reports::preview::{Sheet, Stroke};
use reports::tree::Bookmark;
use reports::{Options, Report};
use std::ops::ControlFlow;
use store::HistoryQuery;

/// The newest report that was laid out for the screen.
pub(crate) struct Laid {
    token: String,
    report: Report,
}

/// Events of a system's record that its report tells of.
const TOLD: usize = 500;
/// Steps of the progress bar.
const STEPS: f32 = 1000.0;

fn offers(desk: &Desk) -> Result<Vec<ReportOffer>, AppError> {
    let texts = desk.texts();
    let word = |code: &str, part: &str| texts.get(&format!("app.report.{code}-{part}")).to_owned();
    Ok(reports::ReportKind::ALL
        .into_iter()
        .map(|kind| ReportOffer {
            kind: match kind {
                reports::ReportKind::Inventory => ReportKind::Inventory,
                reports::ReportKind::System => ReportKind::System,
                reports::ReportKind::Classification => ReportKind::Classification,
                reports::ReportKind::FilterMemo => ReportKind::FilterMemo,
                reports::ReportKind::Registration => ReportKind::Registration,
                reports::ReportKind::Duties => ReportKind::Duties,
                reports::ReportKind::Gaps => ReportKind::Gaps,
                reports::ReportKind::Crosswalk => ReportKind::Crosswalk,
                reports::ReportKind::Soa => ReportKind::Soa,
                reports::ReportKind::SoaDifference => ReportKind::SoaDifference,
                reports::ReportKind::Impact => ReportKind::Impact,
                reports::ReportKind::Fria => ReportKind::Fria,
                reports::ReportKind::Risks => ReportKind::Risks,
            },
            title: word(kind.code(), "title"),
            line: word(kind.code(), "line"),
            for_whom: word(kind.code(), "for"),
            about: kind.needs_system().then_some(RecordKind::System.into()),
        })
        .collect())
}

fn meant(kind: ReportKind) -> reports::ReportKind {
    match kind {
        ReportKind::Inventory => reports::ReportKind::Inventory,
        ReportKind::System => reports::ReportKind::System,
        ReportKind::Classification => reports::ReportKind::Classification,
        ReportKind::FilterMemo => reports::ReportKind::FilterMemo,
        ReportKind::Registration => reports::ReportKind::Registration,
        ReportKind::Duties => reports::ReportKind::Duties,
        ReportKind::Gaps => reports::ReportKind::Gaps,
        ReportKind::Crosswalk => reports::ReportKind::Crosswalk,
        ReportKind::Soa => reports::ReportKind::Soa,
        ReportKind::SoaDifference => reports::ReportKind::SoaDifference,
        ReportKind::Impact => reports::ReportKind::Impact,
        ReportKind::Fria => reports::ReportKind::Fria,
        ReportKind::Risks => reports::ReportKind::Risks,
    }
}

/// Makes a report from what the file says now.
fn lay_out(
    desk: &Desk,
    running: &Running<'_>,
    OneReport {
        kind,
        record,
        from,
        to,
    }: &OneReport,
) -> Result<Report, AppError> {
    let kind = meant(*kind);
    let system = record.as_ref().map(RecordId::new);
    let (dossier, history) = desk.read(|open| {
        let history = match &system {
            Some(system) => open.file.history(&HistoryQuery {
                subject: Some(system.clone()),
                limit: TOLD,
                ..HistoryQuery::default()
            })?,
            None => Vec::new(),
        };
        let told = |revision: &Revision| kind.rests_on(system.as_ref(), revision);
        Ok((open.file.dossier_with(desk.outside().now(), told)?, history))
    })?;
    let options = Options {
        language: desk.texts().language().to_owned(),
        history,
        versions: from.zip(*to),
        ..Options::default()
    };
    Ok(reports::report_watched(
        kind,
        system.as_ref(),
        &dossier,
        desk.library(),
        &options,
        &mut |part| {
            if running.go_on((part * STEPS) as usize, STEPS as usize) {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        },
    )?)
}

fn preview(desk: &Desk, wanted: OneReport) -> Result<ReportPreview, AppError> {
    let report = desk.during(Task::Report, |running| lay_out(desk, running, &wanted))?;
    let mut outline = Vec::new();
    for bookmark in &report.document.outline {
        flatten(bookmark, 0, &mut outline);
    }
    let token = desk.outside().new_id();
    let shown = ReportPreview {
        token: token.clone(),
        title: report.title.clone(),
        sizes: report
            .document
            .pages
            .iter()
            .map(|page| [page.width, page.height])
            .collect(),
        outline,
        unprintable: report
            .replaced_characters
            .keys()
            .map(|character| format!("U+{:04X}", u32::from(*character)))
            .collect(),
    };
    *desk.laid() = Some(Laid { token, report });
    Ok(shown)
}

fn flatten(bookmark: &Bookmark, depth: usize, into: &mut Vec<OutlineEntry>) {
    into.push(OutlineEntry {
        title: bookmark.title.clone(),
        page: bookmark.target.page,
        depth,
    });
    for child in &bookmark.children {
        flatten(child, depth + 1, into);
    }
}

fn page(desk: &Desk, OnePage { token, page }: OnePage) -> Result<PageDrawing, AppError> {
    let laid = desk.laid();
    let laid = laid
        .as_ref()
        .filter(|laid| laid.token == token)
        .ok_or(AppError::UnknownHandle)?;
    let sheet =
        reports::preview::page(&laid.report.document, page).ok_or(AppError::UnknownHandle)?;
    Ok(drawing(sheet))
}

fn drawing(sheet: Sheet) -> PageDrawing {
    let Sheet {
        width,
        height,
        page: _, // the page asked for
        pages: _,
        glyphs,
        draws,
        links,
        text,
    } = sheet;
    PageDrawing {
        width,
        height,
        glyphs,
        items: draws.into_iter().filter_map(item).collect(),
        links: links
            .into_iter()
            .map(|link| DrawingLink {
                area: link.area,
                page: link.page.saturating_sub(1),
                y: link.y,
                label: link.label,
            })
            .collect(),
        text,
    }
}

fn item(stroke: Stroke) -> Option<DrawingItem> {
    let Stroke {
        fill,
        stroke,
        width,
        dash,
        path,
        scale,
        rotate,
        at,
    } = stroke;
    if let Some(d) = path {
        return Some(DrawingItem::Path {
            d,
            fill,
            stroke,
            width: width.unwrap_or_default(),
            dash,
        });
    }
    let (_, x, y) = *at.first()?;
    let rotate = rotate.unwrap_or_default();
    let (sin, cos) = rotate.to_radians().sin_cos();
    Some(DrawingItem::Glyphs {
        colour: fill.unwrap_or_default(),
        x,
        y,
        scale: scale.unwrap_or_default(),
        rotate,
        // From places on the page to shifts along and above the baseline.
        places: at
            .into_iter()
            .map(|(glyph, at_x, at_y)| {
                let (right, down) = (at_x - x, at_y - y);
                (glyph, cos * right - sin * down, -sin * right - cos * down)
            })
            .collect(),
    })
}

fn save(desk: &Desk, wanted: OneReport) -> Result<Option<SavedReport>, AppError> {
    let texts = desk.texts();
    let date = desk.outside().today().to_string();
    let words = desk.read(|open| {
        let code = meant(wanted.kind).code();
        Ok(match &wanted.record {
            Some(id) => {
                let record = show::record(open, id)?;
                texts.format(
                    &format!("app.file-name.{code}"),
                    &[
                        ("reference", &record.reference()),
                        ("name", &record.name),
                        ("date", &date),
                    ],
                )
            }
            None => texts.format(
                &format!("app.file-name.{code}"),
                &[
                    ("organisation", &open.file.organisation()?.name),
                    ("date", &date),
                ],
            ),
        })
    })?;
    let kind = FileType {
        name: texts.get("app.file-type.pdf").to_owned(),
        endings: &["pdf"],
    };
    let title = texts.get("app.dialog.save-report");
    let Some(path) = desk.dialogs().save(title, &safe_name(&words, "pdf"), &kind) else {
        return Ok(None);
    };
    let (bytes, pages) = desk.during(Task::Report, |running| {
        let report = lay_out(desk, running, &wanted)?;
        Ok((report.pdf()?, report.pages()))
    })?;
    desk.write_out(&path, &bytes)?;
    Ok(Some(SavedReport {
        file: file_name(&path),
        bytes: bytes.len() as u64,
        pages,
    }))
}

command! {
    /// The reports there are.
    list_reports() -> Vec<ReportOffer> = offers
}
command! {
    /// Lays a report out for the screen.
    preview_report(OneReport) -> ReportPreview = preview
}
command! {
    /// One page of the newest preview.
    preview_page(OnePage) -> PageDrawing = page
}
command! {
    /// Writes a report to a file; null when the dialog was closed.
    save_report(OneReport) -> Option<SavedReport> = save
}
