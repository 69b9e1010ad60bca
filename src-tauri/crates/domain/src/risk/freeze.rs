//! A version of the method as it is approved: kept with its wording for as long as the file exists.

use super::{Method, Party, Scale, ask};
use crate::frozen::{Frozen, Part};
use crate::record::Record;
use content::Questionnaire;

/// What kind of outcome an approved method is.
pub const METHOD_FROZEN: &str = "risk-method";

/// An approved version, part by part: scales, levels, matrix and criteria under the names of their questions.
pub fn method_frozen(record: &Record, method: &Method, about: &Questionnaire) -> Frozen {
    let named = |id: &str| {
        let label = about.question(id).map_or("", |question| &question.label);
        Part::new(id).called(label)
    };
    let scale = |id: &str, scale: &Scale| {
        let steps = scale.0.iter().enumerate().map(|(place, step)| {
            Part::new((place + 1).to_string())
                .called(&step.label)
                .saying(&step.meaning)
        });
        named(id).with(steps)
    };
    let rows = method.matrix.iter().enumerate().map(|(place, row)| {
        let levels: Vec<&str> = row
            .iter()
            .map(|level| method.levels.label(*level))
            .collect();
        Part::new((place + 1).to_string())
            .called(method.likelihood.label(place))
            .saying(levels.join(" | "))
    });
    let mut parts = vec![
        Part::new("name")
            .called(&record.name)
            .saying(record.reference()),
        named(ask::EDITION).saying(&method.edition),
        scale(ask::LIKELIHOOD, &method.likelihood),
    ];
    parts.extend(Party::ALL.map(|party| scale(ask::scale(party), method.scale(party))));
    let criteria = &method.criteria;
    parts.extend([
        scale(ask::LEVELS, &method.levels),
        named(ask::MATRIX).with(rows),
        named(ask::ACCEPT_FREELY).saying(criteria.freely.to_string()),
        named(ask::ACCEPT_APPROVED).saying(criteria.approved.to_string()),
        named(ask::ACCEPTED_BY_ROLE).saying(&criteria.accepted_by),
        named(ask::ACCEPT_MONTHS).saying(criteria.accept_months.to_string()),
        named(ask::REVIEW_MONTHS).saying(criteria.review_months.to_string()),
    ]);
    Frozen {
        form: METHOD_FROZEN.to_owned(),
        version: 1,
        parts,
    }
}
