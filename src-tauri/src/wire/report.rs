//! Reports: what there is, pages on screen, files.

use super::record::Kind;
use serde::{Deserialize, Serialize};

/// The reports there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    /// The register of all AI systems.
    Inventory,
    /// Everything known of one AI system.
    System,
    /// What the AI Act says of one system, and why.
    Classification,
    /// Why a listed use is, or is not, taken out of the high-risk systems.
    FilterMemo,
    /// What has to be registered of one system.
    Registration,
    /// What is owed for every system, by date.
    Duties,
    /// What a run of the gap analysis found, and what is to be done.
    Gaps,
    /// Frameworks beside each other, and what the law asks that no control covers.
    Crosswalk,
    /// The Statement of Applicability.
    Soa,
    /// What differs between two signed versions of it.
    SoaDifference,
    /// What a system does to people and to society.
    Impact,
    /// What the use of a system means for fundamental rights.
    Fria,
    /// The risk register with its treatment plan.
    Risks,
}

/// One report on offer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReportOffer {
    /// Which.
    pub kind: ReportKind,
    /// Its title.
    pub title: String,
    /// What it holds, in one line.
    pub line: String,
    /// For whom.
    pub for_whom: String,
    /// The kind of record it is about; null for the whole file.
    pub about: Option<Kind>,
}

/// Names one report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneReport {
    /// Which.
    pub kind: ReportKind,
    /// The record it is about, for a report about one system.
    pub record: Option<String>,
    /// The earlier of two versions to compare; null for the last two.
    #[serde(default)]
    #[cfg_attr(test, ts(optional = nullable))]
    pub from: Option<u32>,
    /// The later one.
    #[serde(default)]
    #[cfg_attr(test, ts(optional = nullable))]
    pub to: Option<u32>,
}

/// A report laid out, ready to be paged through.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ReportPreview {
    /// Handle for `preview_page`; the newest preview is kept.
    pub token: String,
    /// Title of the document.
    pub title: String,
    /// Width and height of each page in points.
    pub sizes: Vec<[f32; 2]>,
    /// Bookmarks: title, page from 0, depth from 0.
    pub outline: Vec<OutlineEntry>,
    /// Characters that no bundled typeface can show, replaced visibly.
    pub unprintable: Vec<String>,
}

/// One bookmark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OutlineEntry {
    /// Its words.
    pub title: String,
    /// Page, from 0.
    pub page: usize,
    /// Depth, from 0.
    pub depth: usize,
}

/// Asks for a page of the newest preview.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnePage {
    /// Handle of the preview.
    pub token: String,
    /// Page, from 0.
    pub page: usize,
}

/// How far a long task is. Sent as the event `progress`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// Which task.
    pub task: Task,
    /// Units done.
    pub done: usize,
    /// Of how many; 0 while unknown.
    pub total: usize,
}

/// The long tasks. One of each runs at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Task {
    /// Importing a list.
    Import,
    /// Laying out and writing a report.
    Report,
}

/// Names a long task.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OneTask {
    /// Which.
    pub task: Task,
}

/// A report file that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct SavedReport {
    /// File name without the folder.
    pub file: String,
    /// Its length in bytes.
    pub bytes: u64,
    /// Its pages.
    pub pages: usize,
}

/// One page as a list of things to draw, top left origin, points. Text is drawn as outlines, the
/// same ones the file holds; `text` carries the words for screen readers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PageDrawing {
    /// Width in points.
    pub width: f32,
    /// Height in points.
    pub height: f32,
    /// Outlines used on the page, each once, as SVG path data in glyph units, y up.
    pub glyphs: Vec<String>,
    /// What is painted, in order.
    pub items: Vec<DrawingItem>,
    /// Clickable areas.
    pub links: Vec<DrawingLink>,
    /// The words of the page in reading order, one entry per element: for assistive technology.
    pub text: Vec<String>,
}

/// A clickable area of a page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DrawingLink {
    /// Left, top, right, bottom in points.
    pub area: [f32; 4],
    /// Page it leads to, from 0.
    pub page: usize,
    /// Height on that page.
    pub y: f32,
    /// What a screen reader says.
    pub label: String,
}

/// One thing painted.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum DrawingItem {
    /// A run of glyphs on one baseline.
    Glyphs {
        /// `#rrggbb`.
        colour: String,
        /// Left end of the baseline.
        x: f32,
        /// Height of the baseline.
        y: f32,
        /// Points per glyph unit.
        scale: f32,
        /// Rotation about (x, y) in degrees, counter-clockwise.
        rotate: f32,
        /// Index into `glyphs`, then shift right and up of the start, in points.
        places: Vec<(usize, f32, f32)>,
    },
    /// An outline.
    Path {
        /// SVG path data in points, y down.
        d: String,
        /// Fill `#rrggbb`.
        fill: Option<String>,
        /// Line colour `#rrggbb`.
        stroke: Option<String>,
        /// Line width in points.
        width: f32,
        /// Dash lengths.
        dash: Vec<f32>,
    },
}
