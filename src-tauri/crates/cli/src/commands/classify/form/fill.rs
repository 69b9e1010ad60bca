//! Fills the JSON form from a determination.

use super::{
    AdviceForm, ChangeForm, DecidingForm, DraftForm, DutyForm, FindingForm, Form, JSON_FORM,
    LegacyForm, PenaltyForm, ReadingForm, RouteForm, SaidForm, UNDETERMINED, WarningForm,
};
use content::{Class, Status, Unsettled};
use domain::Truth;
use domain::law::{Alternative, Deciding, Determination, Effect, Finding, Owed, Said};

/// The form of a determination and of what would change it.
pub fn form<'a>(
    found: &'a Determination<'a>,
    changes: &'a [Effect<'a>],
    content_version: String,
) -> Form<'a> {
    let ids = |classes: &'a [&'a Class]| classes.iter().map(|class| class.id.as_str()).collect();
    Form {
        headline: found
            .headline
            .map_or(UNDETERMINED, |class| class.id.as_str()),
        classes: ids(&found.classes),
        annex_iii_points: found.points.clone(),
        roles: found.roles.iter().map(|role| role.id.as_str()).collect(),
        duties: found.duties.iter().map(duty).collect(),
        articles: found.articles.clone(),
        open_questions: found.open_questions.iter().map(|id| id.as_str()).collect(),
        would_change: changes.iter().map(change).collect(),
        trace: found.trace.iter().map(finding).collect(),
        content_version,
        on: found.on.to_string(),
        so_far: found.so_far.map(|class| class.id.as_str()),
        open_classes: ids(&found.open_classes),
        open_roles: found
            .open_roles
            .iter()
            .map(|role| role.id.as_str())
            .collect(),
        open_duties: found.open_duties.iter().map(duty).collect(),
        further_questions: found
            .further_questions
            .iter()
            .map(|id| id.as_str())
            .collect(),
        flags: found.flags.clone(),
        warnings: found
            .warnings
            .iter()
            .map(|warning| WarningForm {
                rule: warning.rule.id.as_str(),
                from: warning.from.to_string(),
                class: warning.rule.class.as_ref().map(|class| class.as_str()),
                title: &warning.rule.title,
                citation: &warning.rule.cite,
            })
            .collect(),
        advice: found
            .advice
            .iter()
            .map(|rule| AdviceForm {
                rule: rule.id.as_str(),
                words: &rule.advice,
                citation: &rule.cite,
            })
            .collect(),
        unsettled: found
            .unsettled
            .iter()
            .map(|doubt| reading(doubt.point, doubt.touches.clone(), doubt.applies))
            .collect(),
        drafts: found
            .drafts
            .iter()
            .map(|differing| DraftForm {
                rule: differing.rule.id.as_str(),
                words_hold: differing.holds,
                draft_holds: !differing.holds,
                note: &differing.draft.note,
                citation: &differing.draft.cite,
            })
            .collect(),
        confidence: found.confidence.code(),
        text_version: &found.framework.text_version,
        caveat: &found.framework.caveat,
        format: "plumbline.classify",
        version: JSON_FORM,
    }
}

fn duty<'a>(owed: &'a Owed<'a>) -> DutyForm<'a> {
    let id = owed.duty.id.as_str();
    DutyForm {
        id,
        role: owed.role.id.as_str(),
        article: &owed.duty.article,
        formal_from: owed.formal.map(|day| day.to_string()),
        effective_from: owed.effective.map(|date| date.on.to_string()),
        unsettled: !owed.unsettled.is_empty(),
        readings: owed
            .unsettled
            .iter()
            .map(|point| reading(point, vec![id], true))
            .collect(),
        title: &owed.duty.title,
        effective_open: owed.effective_open,
        effective_reason: owed.effective.map(|date| date.what.as_str()),
        confidence: owed.confidence.code(),
        legacy: owed.legacy.as_ref().map(|legacy| LegacyForm {
            rule: legacy.rule.id.as_str(),
            truth: truth(legacy.truth),
            words: legacy.words(),
            by: legacy.by.map(|day| day.to_string()),
        }),
        penalty: owed.penalty.map(|penalty| PenaltyForm {
            id: penalty.id.as_str(),
            text: &penalty.text,
            cite: &penalty.cite,
        }),
        routes: owed
            .routes
            .iter()
            .map(|route| RouteForm {
                id: route.id.as_str(),
                title: &route.title,
                cite: &route.cite,
            })
            .collect(),
    }
}

fn reading<'a>(point: &'a Unsettled, touches: Vec<&'a str>, applies: bool) -> ReadingForm<'a> {
    ReadingForm {
        id: point.id.as_str(),
        title: &point.title,
        readings: point.readings.iter().map(String::as_str).collect(),
        ours: point.ours,
        why: &point.why,
        confidence: point.confidence.code(),
        draft: point.status == Status::Draft,
        cite: &point.cite,
        touches,
        applies,
    }
}

fn change<'a>(effect: &Effect<'a>) -> ChangeForm<'a> {
    ChangeForm {
        question: effect.question.as_str(),
        said: match effect.said {
            Alternative::Option(id) | Alternative::With(id) => option(Some(id.as_str()), true),
            Alternative::Without(id) => option(Some(id.as_str()), false),
            Alternative::NoneOfThese => option(None, false),
            Alternative::Number(number) => SaidForm::Number { number },
            Alternative::Day(day) => SaidForm::Day {
                day: day.to_string(),
            },
            Alternative::Given => SaidForm::Given { given: true },
            Alternative::NotApplicable => SaidForm::NotApplicable {
                not_applicable: true,
            },
        },
        headline: effect
            .headline
            .map_or(UNDETERMINED, |class| class.id.as_str()),
        so_far: effect.so_far.map(|class| class.id.as_str()),
    }
}

fn finding<'a>(finding: &'a Finding<'a>) -> FindingForm<'a> {
    FindingForm {
        rule: finding.rule.id.as_str(),
        truth: truth(finding.truth),
        citation: &finding.rule.cite,
        stage: finding.rule.stage.as_str(),
        title: &finding.rule.title,
        counts: finding.counts,
        deciding: finding.deciding.iter().map(deciding).collect(),
        open: finding.open.iter().map(|id| id.as_str()).collect(),
    }
}

fn deciding<'a>(deciding: &Deciding<'a>) -> DecidingForm<'a> {
    match *deciding {
        Deciding::Answer(question, said) => DecidingForm::Answer {
            question: question.as_str(),
            said: match said {
                Said::Chosen(id) => option(Some(id.as_str()), true),
                Said::NotChosen(id) => option(Some(id.as_str()), false),
                Said::Number(number) => SaidForm::Number { number },
                Said::Day(day) => SaidForm::Day {
                    day: day.to_string(),
                },
                Said::Given => SaidForm::Given { given: true },
                Said::NotApplicable => SaidForm::NotApplicable {
                    not_applicable: true,
                },
            },
        },
        Deciding::Day(date, reached) => DecidingForm::Day {
            date: date.id.as_str(),
            on: date.on.to_string(),
            reached,
        },
    }
}

fn option(option: Option<&str>, chosen: bool) -> SaidForm<'_> {
    SaidForm::Option { option, chosen }
}

fn truth(truth: Truth) -> &'static str {
    match truth {
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Unknown => "unknown",
    }
}
