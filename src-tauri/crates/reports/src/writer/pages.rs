//! Pages: their content through printpdf, their boxes, links and place in the page tree.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread;

use lopdf::{Dictionary, Object, dictionary};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions, Pt, Rect};

use crate::error::ReportError;
use crate::tree::{Document, Page};

use super::check::Bearings;
use super::content;
use super::file::{File, deflate};
use super::navigation;
use super::repertoire::Repertoire;
use super::{Plan, points, reference};

/// Pages that are held as operations at a time. More would only cost memory.
const BATCH: usize = 16;

/// Writes every page and the tree over them.
pub fn write(
    document: &Document,
    repertoire: &Repertoire,
    bearings: &Bearings,
    plan: &Plan,
    fonts: Dictionary,
    file: &mut File,
) -> Result<(), ReportError> {
    let resources = file.reserve();
    file.put(resources, &dictionary! { "Font" => fonts }.into())?;

    let numbers: Vec<usize> = (0..document.pages.len()).collect();
    let batches: Vec<&[usize]> = numbers.chunks(BATCH).collect();
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    for round in batches.chunks(workers) {
        let printed = side_by_side(round, |batch| {
            streams(document, batch, repertoire, bearings)
        });
        for (&number, stream) in round.iter().copied().flatten().zip(printed?) {
            let content = file.reserve();
            file.put_deflated(content, Dictionary::new(), stream)?;
            write_page(document, number, plan, (resources, content), file)?;
        }
    }
    let kids: Vec<Object> = numbers.iter().map(|number| plan.page(*number)).collect();
    let tree = dictionary! {
        "Type" => "Pages",
        "Count" => kids.len() as i64,
        "Kids" => kids,
    };
    file.put(plan.page_tree, &tree.into())
}

/// Prints each batch on a thread of its own and joins the results in the order of the batches, so that
/// the number of processors changes the time and never the bytes.
fn side_by_side(
    round: &[&[usize]],
    print: impl Fn(&[usize]) -> Result<Vec<Vec<u8>>, ReportError> + Sync,
) -> Result<Vec<Vec<u8>>, ReportError> {
    if let [batch] = round {
        return print(batch);
    }
    let print = &print;
    thread::scope(|scope| {
        let threads: Vec<_> = round
            .iter()
            .map(|batch| scope.spawn(move || print(batch)))
            .collect();
        let mut streams = Vec::new();
        for thread in threads {
            let printed = thread.join().unwrap_or_else(|panic| resume_unwind(panic));
            streams.append(&mut printed?);
        }
        Ok(streams)
    })
}

/// The compressed content streams of some pages, in their order.
fn streams(
    document: &Document,
    batch: &[usize],
    repertoire: &Repertoire,
    bearings: &Bearings,
) -> Result<Vec<Vec<u8>>, ReportError> {
    let mut sheets = PdfDocument::new("");
    for &number in batch {
        let page = &document.pages[number];
        let sheet = Rect::from_wh(Pt(page.width), Pt(page.height));
        sheets.pages.push(PdfPage {
            media_box: sheet.clone(),
            trim_box: sheet.clone(),
            crop_box: sheet,
            ops: content::operations(document, number, repertoire, bearings)?,
        });
    }
    let options = PdfSaveOptions {
        optimize: false,
        subset_fonts: false,
        // Operators that printpdf has no name for are ours, not those of a stranger's file.
        secure: false,
        image_optimization: None,
    };
    let mut warnings = Vec::new();
    let mut printed = printpdf::to_lopdf_doc(&sheets, &options, &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(ReportError::broken(warning.msg.clone()));
    }
    let mut streams = Vec::with_capacity(batch.len());
    for id in printed.get_pages().into_values() {
        let content = printed
            .get_dictionary(id)
            .and_then(|page| page.get(b"Contents"))
            .and_then(Object::as_reference)
            .ok()
            .and_then(|content| printed.objects.remove(&content));
        let Some(Object::Stream(stream)) = content else {
            return Err(ReportError::broken("a page came back without its content"));
        };
        streams.push(deflate(&stream.content));
    }
    if streams.len() != batch.len() {
        return Err(ReportError::broken("a page was lost in printing"));
    }
    Ok(streams)
}

fn write_page(
    document: &Document,
    number: usize,
    plan: &Plan,
    (resources, content): (u32, u32),
    file: &mut File,
) -> Result<(), ReportError> {
    let Page {
        width,
        height,
        marks: _,
        links,
    } = &document.pages[number];
    let sheet: Vec<Object> = [0.0, 0.0, points(*width), points(*height)]
        .map(Object::Real)
        .into();
    let mut page = dictionary! {
        "Type" => "Page",
        "Parent" => reference(plan.page_tree),
        "MediaBox" => sheet.clone(),
        "TrimBox" => sheet,
        "Resources" => reference(resources),
        "Contents" => reference(content),
        "StructParents" => number as i64,
        "Tabs" => "S",
    };
    if !links.is_empty() {
        let annotations: Vec<Object> = (0..links.len())
            .map(|index| plan.link(number, index))
            .collect();
        page.set("Annots", annotations);
        for index in 0..links.len() {
            navigation::write_link(document, number, index, plan, file)?;
        }
    }
    file.put(plan.page_id(number), &page.into())
}
