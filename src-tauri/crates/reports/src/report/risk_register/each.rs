//! One section for each risk: scenario, consequences, ratings with their reasons, what is weak.

use super::{Book, label};
use crate::report::outline::{Fact, Item, Piece};
use domain::risk::{Answered, Consequence, Party, PartyLevel, Point, Row, Scale, ask};

impl Book<'_, '_> {
    pub(super) fn each(&self) -> Vec<Piece> {
        let mut pieces = vec![Piece::Chapter(self.text("each"))];
        for row in &self.register.rows {
            let record = row.risk.record;
            let title = format!("{} {}", record.reference(), record.name);
            pieces.push(Piece::Section(title));
            pieces.push(Piece::Facts(self.scenario(row)));
            for point in Point::ALL {
                if row.risk.rating(point).is_open() {
                    continue;
                }
                pieces.push(Piece::Topic(self.words.risk_point(point).to_owned()));
                pieces.push(Piece::Facts(self.rating(row, point)));
            }
            let weak: Vec<Item> = row
                .weaknesses
                .iter()
                .map(|weak| Item {
                    words: self.words.risk_weakness(weak),
                    ..Item::default()
                })
                .collect();
            if !weak.is_empty() {
                pieces.push(Piece::Topic(self.text("weak")));
                pieces.push(Piece::Items(weak));
            }
        }
        pieces
    }

    fn scenario(&self, row: &Row<'_>) -> Vec<Fact> {
        let risk = &row.risk;
        let open = self.text("open");
        let said = |key: &str, words: Option<&str>| {
            let label = self.text(key);
            match words {
                Some(words) => Fact::new(label, words),
                None => Fact {
                    missing: true,
                    ..Fact::new(label, open.clone())
                },
            }
        };
        let brief = |question: &str| self.index.brief(&risk.record.id, question);
        let systems = self.named(risk.systems);
        let mut facts = vec![
            said(
                "systems",
                Some(systems.as_str()).filter(|text| !text.is_empty()),
            ),
            said("event", risk.event),
            Fact::new(self.text("source"), brief(ask::SOURCE)),
            Fact::new(self.text("objectives"), brief(ask::OBJECTIVES)),
            Fact::new(self.text("stage"), brief(ask::STAGE)),
        ];
        for (party, consequence) in Party::ALL.into_iter().zip(&risk.consequence) {
            let texts = self.index.texts;
            let values = [("party", self.words.risk_party(party))];
            let label = texts.format("reports.risks.consequence", &values);
            facts.push(match consequence {
                Consequence::Said(words) => Fact::new(label, *words),
                Consequence::None(reason) => Fact::new(label, self.text("untouched")).with(*reason),
                Consequence::Open => Fact {
                    missing: true,
                    ..Fact::new(label, open.clone())
                },
            });
        }
        facts.push(Fact::new(
            self.text("existing"),
            [self.named(risk.existing), brief("risk-existing-other")]
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect::<Vec<_>>()
                .join("\n"),
        ));
        if let Some(reason) = risk.acceptance.reason {
            facts.push(Fact::new(self.text("acceptance-reason"), reason));
        }
        if let Some(method) = self.register.method(risk) {
            facts.push(Fact::new(self.text("method"), self.edition(method)));
        }
        facts.retain(|fact| fact.missing || !fact.words.is_empty());
        facts
    }

    fn rating(&self, row: &Row<'_>, point: Point) -> Vec<Fact> {
        let method = self.register.method(&row.risk);
        let said = row.risk.rating(point);
        let rated = row.at(point);
        let step = |answered: Answered, scale: Option<&Scale>| match answered {
            Answered::Step(step) => {
                let place = usize::try_from(step).unwrap_or_default().checked_sub(1);
                let step_of = place.and_then(|place| scale?.0.get(place));
                match step_of {
                    Some(one) => (format!("{step} {}", one.label), one.meaning.clone()),
                    None => (step.to_string(), String::new()),
                }
            }
            Answered::NotApplicable => (self.text("untouched"), String::new()),
            Answered::Open => (self.text("open"), String::new()),
        };
        let (words, meaning) = step(said.likelihood, method.map(|method| &method.likelihood));
        let mut facts = vec![Fact::new(self.text("likelihood"), words).with(meaning)];
        for (party, answered) in Party::ALL.into_iter().zip(said.consequence) {
            let (words, meaning) = step(answered, method.map(|method| method.scale(party)));
            let words = match (rated.party(party), method) {
                (PartyLevel::At(level), Some(method)) => {
                    let texts = self.index.texts;
                    let level = label(*level, method);
                    let values = [("consequence", words.as_str()), ("level", level.as_str())];
                    texts.format("reports.risks.makes", &values)
                }
                _ => words,
            };
            facts.push(Fact::new(self.words.risk_party(party), words).with(meaning));
        }
        facts.push(match (rated.level(), method) {
            (Some(level), Some(method)) => Fact::new(self.text("overall"), label(level, method))
                .with(self.words.risk_verdict(method.verdict(level.level))),
            _ => Fact {
                missing: true,
                ..Fact::new(self.text("overall"), self.text("no-level"))
                    .with(self.words.risk_missing(rated.missing()))
            },
        });
        facts.push(match said.reason {
            Some(reason) => Fact::new(self.text("reason"), reason),
            None => Fact {
                missing: true,
                ..Fact::new(self.text("reason"), self.text("open"))
            },
        });
        facts
    }
}
