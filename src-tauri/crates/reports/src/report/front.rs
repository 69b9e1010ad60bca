//! What every report says of itself: cover, running head and foot, proof page, sign-off.

use super::Options;
use super::index::Index;
use crate::flow::{Block, Cover, Furniture, Manuscript, Part};
use crate::look::{self, Style, Voice};
use crate::text::Text;
use crate::tree::Meta;
use domain::RecordKind;
use serde::Serialize;

/// Name and version of the product, as files and proof pages give it.
pub const PRODUCER: &str = concat!("Plumbline ", env!("CARGO_PKG_VERSION"));

/// What a report says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Front {
    /// What it is.
    pub title: String,
    /// What it is about.
    pub subject: String,
    /// Whose it is.
    pub organisation: String,
    /// Stable name of the document: kind, file and, if it is about one record, its reference.
    pub document: String,
    /// The newest event it knows, with its digits grouped: rises with every change of the file.
    pub version: String,
    /// Whether it is a draft.
    pub draft: bool,
    /// Language of the wording.
    pub language: String,
    /// What the cover says, from top to bottom.
    pub cover: Vec<Line>,
    /// Running foot.
    pub foot: String,
    /// The proof page.
    pub proof: Vec<Line>,
    /// Who is to sign.
    pub signatures: Vec<String>,
    /// The moment of the snapshot.
    pub taken: domain::Timestamp,
}

/// A label and what stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The label.
    pub label: String,
    /// The words; lines below each other are parted by line breaks.
    pub words: String,
    /// Whether they are a reference or a hash.
    pub reference: bool,
}

impl Line {
    /// Words beside a label.
    pub fn new(label: &str, words: impl Into<String>) -> Line {
        Line {
            label: label.to_owned(),
            words: words.into(),
            reference: false,
        }
    }

    /// A reference beside a label.
    pub fn reference(label: &str, words: impl Into<String>) -> Line {
        Line {
            reference: true,
            ..Line::new(label, words)
        }
    }
}

/// Says of a report what it is. `kind` is the letters of the document id, `about` a record's reference.
pub fn front(
    index: &Index<'_>,
    options: &Options,
    kind: &str,
    about: &str,
    words: (String, String),
    facts: Vec<Line>,
) -> Front {
    let texts = index.texts;
    let stamp = &index.dossier.stamp;
    let short = stamp.file_id.split('-').next().unwrap_or_default();
    let document = match about {
        "" => format!("{kind}-{short}"),
        about => format!("{kind}-{short}-{about}"),
    };
    let version = texts.number(stamp.event);
    let text = |key: &str| texts.get(key).to_owned();
    let status = if options.draft {
        "reports.cover.status-draft"
    } else {
        "reports.cover.status-final"
    };
    let mut cover = facts;
    cover.extend([
        Line::new(&text("reports.cover.taken"), index.moment(stamp.at)),
        Line::reference(
            &text("reports.cover.document"),
            texts.format(
                "reports.page.version",
                &[("document", &document), ("version", &version)],
            ),
        ),
        Line::new(&text("reports.cover.status"), text(status)),
        Line::reference(
            &text("reports.cover.proof"),
            format!(
                "{} · {}\n{}",
                texts.format("reports.cover.file", &[("file", &abridged(&stamp.file_id))]),
                texts.format("reports.cover.event", &[("event", &version)]),
                texts.format(
                    "reports.cover.head",
                    &[(
                        "head",
                        &grouped(stamp.head.get(..32).unwrap_or(&stamp.head), 32)
                    )]
                ),
            ),
        ),
    ]);
    let head: String = stamp.head.chars().take(8).collect();
    let questions: Vec<String> = index
        .library
        .questionnaires
        .iter()
        .filter(|questionnaire| index.dossier.current(questionnaire.about).next().is_some())
        .map(|questionnaire| {
            texts.format(
                "reports.proof.questionnaire",
                &[
                    ("title", &questionnaire.title),
                    ("version", &questionnaire.version.to_string()),
                ],
            )
        })
        .collect();
    let proof = vec![
        Line::reference(
            &text("reports.proof.document"),
            texts.format(
                "reports.page.version",
                &[("document", &document), ("version", &version)],
            ),
        ),
        Line::reference(&text("reports.proof.file"), stamp.file_id.clone()),
        Line::reference(&text("reports.proof.event"), version.clone()),
        Line::reference(&text("reports.proof.head"), grouped(&stamp.head, 32)),
        Line::new(&text("reports.proof.taken"), index.moment(stamp.at)),
        Line::new(&text("reports.proof.questions"), questions.join("\n")),
        Line::new(&text("reports.proof.producer"), PRODUCER),
    ];
    Front {
        title: words.0,
        subject: words.1,
        organisation: index.organisation(),
        version: version.clone(),
        draft: options.draft,
        language: texts.language().to_owned(),
        cover,
        foot: texts.format(
            "reports.page.foot",
            &[
                ("file", &abridged(&stamp.file_id)),
                ("event", &version),
                ("head", &head),
            ],
        ),
        proof,
        signatures: Vec::new(),
        taken: stamp.at,
        document,
    }
}

/// Who signs for the AI management system and for top management.
pub fn management(index: &Index<'_>) -> Vec<String> {
    let texts = index.texts;
    let person = index
        .dossier
        .current(RecordKind::Organisation)
        .next()
        .and_then(|organisation| index.value(&organisation.id, "organisation-aims-owner"))
        .and_then(|value| value.records().first())
        .and_then(|id| index.record(id));
    let responsible = match person {
        Some(person) => texts.format(
            "reports.sign.management-system-named",
            &[("person", &person.name)],
        ),
        None => texts.get("reports.sign.management-system").to_owned(),
    };
    vec![responsible, texts.get("reports.sign.management").to_owned()]
}

/// A manuscript around a body: cover, furniture, sign-off and proof are the same in every report.
pub fn manuscript(
    index: &Index<'_>,
    options: &Options,
    front: &Front,
    contents: bool,
    mut parts: Vec<Part>,
) -> Manuscript {
    let texts = index.texts;
    let text = |key: &str| texts.get(key).to_owned();
    let sign = if front.draft {
        "reports.sign.draft"
    } else {
        "reports.sign.lead"
    };
    let mut last = vec![
        heading(texts.get("reports.proof.title")),
        Block::Text(Text::new(texts.get("reports.proof.lead"), look::BODY)),
        Block::Facts(lines(&front.proof)),
        heading(texts.get("reports.sign.title")),
        Block::Text(Text::new(texts.get(sign), look::BODY)),
    ];
    if !front.draft {
        let places = front.signatures.iter();
        let places = places.map(|who| {
            Text::new(who.as_str(), look::LABEL.coloured(look::INK))
                .below(texts.get("reports.sign.line"), look::NOTE)
        });
        last.push(Block::Signatures(places.collect()));
    }
    parts.push(Part {
        wide: false,
        blocks: last,
    });
    number(&mut parts);
    let reference = texts.format(
        "reports.page.version",
        &[("document", &front.document), ("version", &front.version)],
    );
    let title = match front.subject.as_str() {
        "" => front.title.clone(),
        subject => format!("{}: {subject}", front.title),
    };
    Manuscript {
        meta: Meta {
            title,
            author: front.organisation.clone(),
            subject: reference.clone(),
            lang: front.language.clone(),
            producer: PRODUCER.to_owned(),
            created: front.taken,
            document_id: format!("{}-{}", front.document, index.dossier.stamp.event),
        },
        paper: options.paper,
        cover: Cover {
            title: front.title.clone(),
            subject: front.subject.clone(),
            organisation: front.organisation.clone(),
            facts: front
                .cover
                .iter()
                .map(|line| (line.label.clone(), words(line, look::BODY)))
                .collect(),
        },
        contents: contents.then(|| text("reports.page.contents")),
        furniture: Furniture {
            organisation: front.organisation.clone(),
            reference,
            proof: front.foot.clone(),
            page: text("reports.page.number"),
            continued: text("reports.page.continued"),
        },
        draft: front.draft.then(|| text("reports.page.draft")),
        parts,
    }
}

/// Lines as definition rows.
pub fn lines(lines: &[Line]) -> Vec<(Text, Text)> {
    lines
        .iter()
        .map(|line| {
            (
                Text::new(line.label.as_str(), look::LABEL),
                words(line, look::VALUE),
            )
        })
        .collect()
}

fn words(line: &Line, style: Style) -> Text {
    let style = if line.reference {
        Style {
            voice: Voice::Mono,
            size: style.size - 1.0,
            colour: look::INK_2,
            ..style
        }
    } else {
        style
    };
    Text::new(line.words.as_str(), style)
}

/// A heading of level 1, numbered later.
pub fn heading(words: &str) -> Block {
    Block::Heading {
        level: 1,
        number: String::new(),
        words: words.to_owned(),
    }
}

/// Numbers headings of levels 1 and 2.
fn number(parts: &mut [Part]) {
    let (mut chapter, mut section) = (0, 0);
    for block in parts.iter_mut().flat_map(|part| &mut part.blocks) {
        match block {
            Block::Heading {
                level: 1, number, ..
            } => {
                chapter += 1;
                section = 0;
                *number = chapter.to_string();
            }
            Block::Heading {
                level: 2, number, ..
            } => {
                section += 1;
                *number = format!("{chapter}.{section}");
            }
            _ => {}
        }
    }
}

/// Start and end of a UUID: `7c1e…a04f`.
fn abridged(uuid: &str) -> String {
    let letters: Vec<char> = uuid.chars().filter(|c| *c != '-').collect();
    if letters.len() < 12 {
        return uuid.to_owned();
    }
    let start: String = letters.iter().take(4).collect();
    let end: String = letters.iter().skip(letters.len() - 4).collect();
    format!("{start}…{end}")
}

/// Hex digits in groups of four, in lines of `width` digits, for reading out loud.
pub(super) fn grouped(hex: &str, width: usize) -> String {
    let digits: Vec<char> = hex.chars().collect();
    let line = |digits: &[char]| {
        let groups: Vec<String> = digits
            .chunks(4)
            .map(|group| group.iter().collect())
            .collect();
        groups.join(" ")
    };
    digits
        .chunks(width.max(4))
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_grouped_and_identities_abridged() {
        assert_eq!(grouped("9f86d081884c7d65", 8), "9f86 d081\n884c 7d65");
        assert_eq!(
            abridged("7c1e0000-0000-4000-8000-00000000a04f"),
            "7c1e…a04f"
        );
    }
}
