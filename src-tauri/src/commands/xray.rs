//! Every contradiction in the file.

use super::command;
use crate::desk::Desk;
use crate::error::AppError;
use crate::wire::xray::{SmellPlace, SmellView};
use content::Library;
use domain::xray::{Place, smells};
use domain::{Revision, Smell};

fn all(desk: &Desk) -> Result<Vec<SmellView>, AppError> {
    let now = desk.outside().now();
    // What was signed is compared with today.
    let dossier = desk.read(|open| Ok(open.file.dossier_with(now, Revision::stands)?))?;
    let library = desk.library();
    let found = smells(library, &dossier, desk.outside().today());
    Ok(found.into_iter().map(|one| view(library, one)).collect())
}

fn view(library: &Library, smell: Smell) -> SmellView {
    let Smell {
        code,
        record: _, // named by the text
        with,
        place,
    } = smell;
    let values = with.into_iter();
    SmellView {
        area: code.split('-').next().unwrap_or(code).to_owned(),
        code: code.to_owned(),
        values: values
            .map(|(name, words)| (name.to_owned(), words))
            .collect(),
        place: match place {
            Place::Record(record) => SmellPlace::Record {
                record: record.to_string(),
            },
            Place::Question(record, question) => SmellPlace::Question {
                record: record.to_string(),
                section: library
                    .question(question)
                    .map_or_else(String::new, |question| question.section.to_string()),
                question: question.to_owned(),
            },
            Place::Assessment(questionnaire, record) => SmellPlace::Assessment {
                questionnaire: questionnaire.to_owned(),
                record: record.to_string(),
            },
            Place::Classification(record) => SmellPlace::Classification {
                record: record.to_string(),
            },
            Place::Duties(record) => SmellPlace::Duties {
                record: record.to_string(),
            },
            Place::Incident(record) => SmellPlace::Incident {
                record: record.to_string(),
            },
            Place::Requirement(run, requirement) => SmellPlace::Requirement {
                record: run.to_string(),
                requirement,
            },
            Place::Screen(screen) => SmellPlace::Screen {
                screen: screen.to_owned(),
            },
        },
    }
}

command! {
    /// Every contradiction in the file, by area.
    list_smells() -> Vec<SmellView> = all
}
