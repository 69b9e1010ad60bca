//! Where risks stand on the map of one version of the method.

use super::{Level, Method, Point, Register, Row};
use crate::record::RecordId;
use std::collections::BTreeMap;

/// The version a map of many risks is drawn by: the one in force, or, while no risk is rated by it yet, the
/// one most risks are rated by.
pub fn drawn_by<'m>(register: &'m Register<'_>) -> Option<&'m Method> {
    let mut used: BTreeMap<&RecordId, usize> = BTreeMap::new();
    for row in &register.rows {
        if let Some(method) = register.method(&row.risk) {
            *used.entry(&method.record).or_default() += 1;
        }
    }
    let force = register.current_method();
    if force.is_some_and(|method| used.contains_key(&method.record)) || used.is_empty() {
        return force;
    }
    let (most, _) = used.into_iter().max_by_key(|(_, risks)| *risks)?;
    register.methods.get(most)?.as_ref().ok()
}

/// The place of a risk on the map of a method: none without a level, and none for a risk that is rated by
/// another version, whose scales mean something else.
pub fn place_on(row: &Row<'_>, method: &Method, point: Point) -> Option<Level> {
    row.at(point)
        .level()
        .filter(|_| row.risk.method == Some(&method.record))
}
