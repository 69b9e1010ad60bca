//! A large inventory out of nothing but a seed: for measuring, never shown as anybody's.

mod words;

use crate::failure::Step;
use std::fs;
use std::path::{Path, PathBuf};
use words::{FAMILY, GIVEN, PLACES, TONGUES, VENDORS};

/// An inventory of many AI systems in the languages its people write in. The same seed gives the same
/// inventory, byte for byte.
#[derive(Debug, Clone, Copy)]
pub struct Crowd {
    /// Decides every choice.
    pub seed: u64,
    /// How many AI systems.
    pub systems: usize,
}

/// Which column answers which question.
const MAPPING: &str = r#"name = "Seeded inventory"

[[column]]
heading = "name"
to = "name"

[[column]]
heading = "unit"
to = "business-unit"

[[column]]
heading = "owner"
to = "owner"

[[column]]
heading = "purpose"
to = "intended-purpose"

[[column]]
heading = "stage"
to = "lifecycle-stage"
values = { idea = "idea", pilot = "pilot", "in use" = "in-use", paused = "paused", retired = "retired" }

[[column]]
heading = "sourcing"
to = "sourcing"
values = { built = "built", bought = "bought", embedded = "embedded" }

[[column]]
heading = "vendor"
to = "vendor"

[[column]]
heading = "countries"
to = "countries"

[[column]]
heading = "limitations"
to = "limitations"

[[column]]
heading = "scope"
to = "in-aims-scope"
values = { yes = "yes", no = "no" }

[[column]]
heading = "review"
to = "review-due"
"#;

const HEADINGS: &str =
    "name,unit,owner,purpose,stage,sourcing,vendor,countries,limitations,scope,review\r\n";

impl Crowd {
    /// Writes the list and the mapping that reads it; gives their paths.
    pub fn write(&self, folder: &Path) -> Step<(PathBuf, PathBuf)> {
        let (list, mapping) = (folder.join("crowd.csv"), folder.join("crowd.toml"));
        fs::write(&list, self.csv())?;
        fs::write(&mapping, MAPPING)?;
        Ok((list, mapping))
    }

    /// The list as CSV, UTF-8, with a heading row.
    pub fn csv(&self) -> String {
        let mut dice = Dice(self.seed | 1);
        let mut csv = String::from(HEADINGS);
        for number in 1..=self.systems {
            let tongue = dice.pick(&TONGUES);
            let (job, purpose) = dice.pick(&tongue.jobs);
            let (place, country) = dice.pick(&PLACES);
            let (_, other_country) = dice.pick(&PLACES);
            let sourcing = *dice.pick(&["built", "bought", "bought", "embedded"]);
            let vendor = if sourcing == "built" {
                ""
            } else {
                dice.pick(&VENDORS)
            };
            let cells = [
                format!("{job} {place} {number}"),
                (*dice.pick(&tongue.units)).to_owned(),
                format!("{} {}", dice.pick(&GIVEN), dice.pick(&FAMILY)),
                format!("{purpose} {}", dice.pick(&tongue.jobs).1),
                (*dice.pick(&[
                    "idea", "pilot", "in use", "in use", "in use", "paused", "retired",
                ]))
                .to_owned(),
                sourcing.to_owned(),
                vendor.to_owned(),
                format!("{country}; {other_country}"),
                (*dice.pick(&tongue.limits)).to_owned(),
                (*dice.pick(&["yes", "yes", "yes", "no", ""])).to_owned(),
                format!(
                    "20{}-{:02}-{:02}",
                    26 + dice.up_to(3),
                    1 + dice.up_to(12),
                    1 + dice.up_to(28)
                ),
            ];
            let quoted: Vec<String> = cells
                .iter()
                .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
                .collect();
            csv.push_str(&quoted.join(","));
            csv.push_str("\r\n");
        }
        csv
    }
}

/// Marsaglia's xorshift: enough to spread choices, the same on every machine.
struct Dice(u64);

impl Dice {
    fn up_to(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        // The upper half is the better mixed one.
        ((self.0 >> 32) as usize) % limit
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.up_to(from.len())]
    }
}

#[cfg(test)]
mod tests {
    use super::Crowd;

    #[test]
    fn a_seed_is_an_inventory() {
        let small = Crowd {
            seed: 7,
            systems: 200,
        };
        assert_eq!(small.csv(), small.csv());
        assert_ne!(
            small.csv(),
            Crowd {
                seed: 8,
                systems: 200
            }
            .csv()
        );
        assert_eq!(small.csv().matches("\r\n").count(), 201);
    }
}
