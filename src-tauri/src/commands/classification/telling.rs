//! Classes, roles, duties and unsettled points as the window shows them.

use crate::wire::classification::ClassMark;
use crate::wire::classification_result::{ClassDetail, DutyView, UnsettledPoint, WayView};
use content::{Duty, Role, Status, Unsettled};
use domain::law::Owed;

pub(super) fn detail(mark: ClassMark, plain: &str, cite: &str) -> ClassDetail {
    ClassDetail {
        mark,
        plain: plain.to_owned(),
        cite: cite.to_owned(),
    }
}

pub(crate) fn role(role: &Role) -> ClassDetail {
    let mark = ClassMark {
        id: role.id.to_string(),
        title: role.title.clone(),
    };
    detail(mark, &role.plain, &role.cite)
}

/// A duty that is owed, or may be.
pub(crate) fn duty(owed: &Owed<'_>) -> DutyView {
    let Owed {
        duty,
        role: _, // the list it stands in
        effective,
        effective_open,
        formal,
        legacy,
        unsettled,
        penalty,
        routes,
        confidence: _, // said by what is unsettled about it
    } = owed;
    let binds = effective.map(|date| date.on);
    DutyView {
        effective: binds.map(|day| day.to_string()),
        effective_why: effective.map_or_else(String::new, |date| date.what.clone()),
        effective_open: *effective_open,
        formal: formal
            .filter(|formal| Some(*formal) != binds)
            .map(|day| day.to_string()),
        legacy: legacy
            .as_ref()
            .map_or_else(String::new, |legacy| legacy.words().to_owned()),
        legacy_open: legacy
            .as_ref()
            .is_some_and(|legacy| !legacy.truth.settled()),
        legacy_by: legacy
            .as_ref()
            .and_then(|legacy| Some(legacy.by?.to_string())),
        unsettled: unsettled.iter().map(|point| point.title.clone()).collect(),
        penalty: penalty.map_or_else(String::new, |band| format!("{} ({})", band.text, band.cite)),
        routes: routes
            .iter()
            .map(|way| WayView {
                title: way.title.clone(),
                plain: way.plain.clone(),
                cite: way.cite.clone(),
            })
            .collect(),
        ..duty_alone(duty)
    }
}

/// What the register says of a duty, whoever owes it: without any day.
pub(crate) fn duty_alone(duty: &Duty) -> DutyView {
    DutyView {
        id: duty.id.to_string(),
        title: duty.title.clone(),
        plain: duty.plain.clone(),
        trigger: duty.trigger.clone(),
        article: duty.article.clone(),
        effective: None,
        effective_why: String::new(),
        effective_open: false,
        formal: None,
        legacy: String::new(),
        legacy_open: false,
        legacy_by: None,
        unsettled: Vec::new(),
        penalty: String::new(),
        routes: Vec::new(),
    }
}

/// A point of law with every reading. `applies`: it matters already, and not only for rules that are open.
pub(crate) fn unsettled(point: &Unsettled, applies: bool) -> UnsettledPoint {
    UnsettledPoint {
        title: point.title.clone(),
        readings: point.readings.clone(),
        ours: point.ours,
        why: point.why.clone(),
        confidence: point.confidence.code().to_owned(),
        cite: point.cite.clone(),
        draft: point.status == Status::Draft,
        applies,
    }
}
