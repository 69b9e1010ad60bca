//! The documented JSON form of a determination.
//!
//! ```json
//! {
//!   "headline": "high_risk_annex_iii", "classes": ["high_risk_annex_iii"], "annex_iii_points": ["4(a)"],
//!   "roles": ["deployer"],
//!   "duties": [ {
//!     "id": "D-HO", "role": "deployer", "article": "Art. 26(2)",
//!     "formal_from": "2027-12-02", "effective_from": "2027-12-02", "unsettled": false,
//!     "readings": [ { "id": "…", "title": "…", "readings": ["…", "…"], "ours": 0, "why": "…",
//!                     "confidence": "medium", "draft": false, "cite": "…", "touches": ["D-HO"], "applies": true } ],
//!     "title": "…", "effective_open": false, "effective_reason": "…", "confidence": "high",
//!     "legacy": { "rule": "…", "truth": "yes", "words": "…", "by": "2030-08-02" },
//!     "penalty": { "id": "99-4", "text": "…", "cite": "…" }, "routes": [ { "id": "…", "title": "…", "cite": "…" } ]
//!   } ],
//!   "articles": ["Art. 6(2)"],
//!   "open_questions": ["question-id"],
//!   "would_change": [ { "question": "…", "option": "…", "chosen": true, "headline": "minimal", "so_far": "minimal" } ],
//!   "trace": [ { "rule": "…", "truth": "yes", "citation": "…", "stage": "…", "title": "…", "counts": true,
//!                "deciding": [ { "question": "…", "option": "…", "chosen": true } ], "open": [] } ],
//!   "content_version": "…", "on": "2026-11-22",
//!   "so_far": "…", "open_classes": [], "open_roles": [], "open_duties": [ … as duties … ],
//!   "further_questions": [], "flags": [],
//!   "warnings": [ { "rule": "…", "from": "2026-12-02", "class": "prohibited", "title": "…", "citation": "…" } ],
//!   "advice": [ { "rule": "…", "words": "…", "citation": "…" } ],
//!   "unsettled": [ … as readings … ],
//!   "drafts": [ { "rule": "…", "words_hold": true, "draft_holds": false, "note": "…", "citation": "…" } ],
//!   "confidence": "high", "text_version": "…", "caveat": "…", "format": "plumbline.classify", "version": 1
//! }
//! ```
//! `headline` is `undetermined` while deciding facts are missing; `so_far` is the first class that holds
//! already, or null. `classes` are all that hold, `open_classes` those that open answers may still bring
//! about. A date is null where no step of a schedule applies yet. `truth` is `yes`, `no` or `unknown`. A part
//! of an answer that decided is one of `{question, option, chosen}`, `{question, number}`,
//! `{question, day}`, `{question, given: true}`, `{question, not_applicable: true}`, or
//! `{date, on, reached}` for the reference date; another answer in `would_change` is written in the same
//! way, `option: null, chosen: false` meaning none of the options. An unsettled point `applies` where it
//! touches a rule that holds or a duty owed, and not only one that is open. `open_questions` can still change a
//! class, a role, a point or a duty, and stand in the order in which they are best asked;
//! `further_questions` can only bring advice or show that a draft reads a rule differently. A field is
//! never renamed or dropped; new ones may appear, and `version` rises when a reader must take notice.

mod fill;

pub use fill::form;

use serde::Serialize;

/// Raised when the JSON form changes in a way that a reader could trip over.
const JSON_FORM: u32 = 1;

/// What stands for a class while none is determined.
const UNDETERMINED: &str = "undetermined";

/// See the module.
#[derive(Serialize)]
pub struct Form<'a> {
    headline: &'a str,
    classes: Vec<&'a str>,
    annex_iii_points: Vec<&'a str>,
    roles: Vec<&'a str>,
    duties: Vec<DutyForm<'a>>,
    articles: Vec<&'a str>,
    open_questions: Vec<&'a str>,
    would_change: Vec<ChangeForm<'a>>,
    trace: Vec<FindingForm<'a>>,
    content_version: String,
    on: String,
    so_far: Option<&'a str>,
    open_classes: Vec<&'a str>,
    open_roles: Vec<&'a str>,
    open_duties: Vec<DutyForm<'a>>,
    further_questions: Vec<&'a str>,
    flags: Vec<&'a str>,
    warnings: Vec<WarningForm<'a>>,
    advice: Vec<AdviceForm<'a>>,
    unsettled: Vec<ReadingForm<'a>>,
    drafts: Vec<DraftForm<'a>>,
    confidence: &'static str,
    text_version: &'a str,
    caveat: &'a str,
    format: &'static str,
    version: u32,
}

#[derive(Serialize)]
struct DutyForm<'a> {
    id: &'a str,
    role: &'a str,
    article: &'a str,
    formal_from: Option<String>,
    effective_from: Option<String>,
    unsettled: bool,
    readings: Vec<ReadingForm<'a>>,
    title: &'a str,
    effective_open: bool,
    effective_reason: Option<&'a str>,
    confidence: &'static str,
    legacy: Option<LegacyForm<'a>>,
    penalty: Option<PenaltyForm<'a>>,
    routes: Vec<RouteForm<'a>>,
}

#[derive(Serialize)]
struct ReadingForm<'a> {
    id: &'a str,
    title: &'a str,
    readings: Vec<&'a str>,
    ours: usize,
    why: &'a str,
    confidence: &'static str,
    draft: bool,
    cite: &'a str,
    touches: Vec<&'a str>,
    applies: bool,
}

#[derive(Serialize)]
struct LegacyForm<'a> {
    rule: &'a str,
    truth: &'static str,
    words: &'a str,
    by: Option<String>,
}

#[derive(Serialize)]
struct PenaltyForm<'a> {
    id: &'a str,
    text: &'a str,
    cite: &'a str,
}

#[derive(Serialize)]
struct RouteForm<'a> {
    id: &'a str,
    title: &'a str,
    cite: &'a str,
}

#[derive(Serialize)]
struct ChangeForm<'a> {
    question: &'a str,
    #[serde(flatten)]
    said: SaidForm<'a>,
    headline: &'a str,
    so_far: Option<&'a str>,
}

#[derive(Serialize)]
struct FindingForm<'a> {
    rule: &'a str,
    truth: &'static str,
    citation: &'a str,
    stage: &'a str,
    title: &'a str,
    counts: bool,
    deciding: Vec<DecidingForm<'a>>,
    open: Vec<&'a str>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum DecidingForm<'a> {
    Answer {
        question: &'a str,
        #[serde(flatten)]
        said: SaidForm<'a>,
    },
    Day {
        date: &'a str,
        on: String,
        reached: bool,
    },
}

#[derive(Serialize)]
#[serde(untagged)]
enum SaidForm<'a> {
    Option {
        option: Option<&'a str>,
        chosen: bool,
    },
    Number {
        number: i64,
    },
    Day {
        day: String,
    },
    Given {
        given: bool,
    },
    NotApplicable {
        not_applicable: bool,
    },
}

#[derive(Serialize)]
struct WarningForm<'a> {
    rule: &'a str,
    from: String,
    class: Option<&'a str>,
    title: &'a str,
    citation: &'a str,
}

#[derive(Serialize)]
struct AdviceForm<'a> {
    rule: &'a str,
    words: &'a str,
    citation: &'a str,
}

#[derive(Serialize)]
struct DraftForm<'a> {
    rule: &'a str,
    words_hold: bool,
    draft_holds: bool,
    note: &'a str,
    citation: &'a str,
}
