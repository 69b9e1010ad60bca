//! Why a report could not be made.

use content::Wording;

use crate::tree::FaceId;

/// What can go wrong between a report value and its bytes. A well-formed snapshot never meets any
/// of these: each one names a fault of the program or its bundled files, not of the user's text.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReportError {
    /// The report is about one AI system and none was named.
    #[error("the report needs a system")]
    SystemMissing,
    /// The snapshot has no such AI system.
    #[error("there is no system {system}")]
    UnknownSystem {
        /// The identity asked for.
        system: String,
    },
    /// The memo on the exception of listed uses was asked for a system whose use is not listed.
    #[error("the use of {system} is not listed")]
    NotListed {
        /// Name of the system.
        system: String,
    },
    /// The same, while it is not settled whether the use is listed.
    #[error("whether the use of {system} is listed is not settled")]
    ListingOpen {
        /// Name of the system.
        system: String,
    },
    /// A registration sheet was asked for a system that nobody here has to register.
    #[error("nothing has to be registered for {system}")]
    NothingToRegister {
        /// Name of the system.
        system: String,
    },
    /// The gap analysis is asked for in a file without a run of it, or of a run that is not there.
    #[error("there is no run of the gap analysis")]
    NoGapAnalysis,
    /// The file has no signed version of the statement with this number.
    #[error("there is no version {number}")]
    UnknownVersion {
        /// The number asked for.
        number: u32,
    },
    /// Two versions were to be compared, and fewer are signed.
    #[error("fewer than two versions are signed")]
    VersionsMissing,
    /// The user stopped it.
    #[error("the report was stopped")]
    Stopped,
    /// A page asks for a face that is not bundled.
    #[error("there is no face {}", .face.0)]
    UnknownFace {
        /// The face asked for.
        face: FaceId,
    },
    /// A bundled face cannot be read or cut down to the glyphs in use.
    #[error("face {} cannot be embedded: {why}", .face.0)]
    FaceUnusable {
        /// The face.
        face: FaceId,
        /// What its reader said.
        why: String,
    },
    /// Text was laid out with the empty box that stands for a missing glyph. PDF/A forbids it, and
    /// a reader could not tell which character was meant.
    #[error("face {} has no glyph for {text:?}", .face.0)]
    GlyphMissing {
        /// The face.
        face: FaceId,
        /// The characters without a glyph.
        text: String,
    },
    /// The pages and the structure tree contradict each other.
    #[error("the structure of the document is broken: {what}")]
    BrokenTree {
        /// The contradiction.
        what: String,
    },
    /// The document is beyond what the file format can address.
    #[error("the document is too large: {what}")]
    TooLarge {
        /// What ran out.
        what: &'static str,
    },
}

impl ReportError {
    /// The sentence a person is told.
    pub fn wording(&self) -> Wording {
        match self {
            ReportError::SystemMissing => Wording::plain("errors.reports.system-missing"),
            ReportError::UnknownSystem { system } => {
                Wording::plain("errors.reports.unknown-system").with("system", system)
            }
            ReportError::NotListed { system } => {
                Wording::plain("errors.reports.not-listed").with("system", system)
            }
            ReportError::ListingOpen { system } => {
                Wording::plain("errors.reports.listing-open").with("system", system)
            }
            ReportError::NothingToRegister { system } => {
                Wording::plain("errors.reports.nothing-to-register").with("system", system)
            }
            ReportError::NoGapAnalysis => Wording::plain("errors.reports.no-gap-analysis"),
            ReportError::UnknownVersion { number } => {
                Wording::plain("errors.reports.unknown-version").with("number", number)
            }
            ReportError::VersionsMissing => Wording::plain("errors.reports.versions-missing"),
            ReportError::Stopped => Wording::plain("errors.reports.stopped"),
            ReportError::UnknownFace { face } => {
                Wording::plain("errors.reports.unknown-face").with("face", face.0)
            }
            ReportError::FaceUnusable { face, why } => {
                Wording::plain("errors.reports.face-unusable")
                    .with("face", face.0)
                    .with("why", why)
            }
            ReportError::GlyphMissing { text, .. } => {
                Wording::plain("errors.reports.glyph-missing").with("text", text)
            }
            ReportError::BrokenTree { what } => {
                Wording::plain("errors.reports.broken-tree").with("what", what)
            }
            ReportError::TooLarge { what } => {
                Wording::plain("errors.reports.too-large").with("what", what)
            }
        }
    }

    pub(crate) fn broken(what: impl Into<String>) -> Self {
        ReportError::BrokenTree { what: what.into() }
    }
}
