//! The whole outcome, put together from what was weighed.

use super::determination::{Determination, Differing, Doubt, Owed, Warning};
use super::duties::confidence;
use super::open::Opening;
use super::places::Places;
use super::prepare::Engine;
use super::weigh::Weighing;
use crate::answer::Answers;
use crate::truth::Truth;
use chrono::NaiveDate;
use content::{Confidence, Rule, Unsettled};

impl<'a> Engine<'a> {
    /// Classifies one system. What would change the outcome is asked for apart:
    /// [`Engine::would_change`].
    pub fn classify(&self, answers: &Answers, on: NaiveDate) -> Determination<'a> {
        self.weigh(answers, on).determination(answers)
    }
}

impl<'a> Weighing<'_, 'a> {
    /// Everything there is to say. The answers are those that were weighed.
    pub fn determination(&self, answers: &Answers) -> Determination<'a> {
        let framework = self.engine.framework;
        let classes = self.classes();
        let of_truth = |wanted: Truth| {
            let classes = framework.classes.iter().zip(&classes);
            let classes = classes.filter(|(_, truth)| **truth == wanted);
            classes.map(|(class, _)| class).collect()
        };
        let roles = |wanted: Truth| {
            let roles = framework.roles.iter().enumerate();
            let roles = roles.filter(|(place, _)| self.role(*place) == wanted);
            roles.map(|(_, role)| role).collect()
        };
        let pertinent = self.pertinent();
        let holding = |place: usize| self.rules[place] == Truth::Yes && pertinent[place];
        let duties = self.duties(Truth::Yes);
        let drafts = self.drafts(&pertinent);
        let opening = Opening::new(self);
        let (open_questions, further_questions) = opening.questions();
        Determination {
            framework,
            on: self.on,
            headline: self.headline(),
            so_far: self.so_far(),
            classes: of_truth(Truth::Yes),
            open_classes: of_truth(Truth::Unknown),
            roles: roles(Truth::Yes),
            open_roles: roles(Truth::Unknown),
            points: self.marked(&holding, |rule| rule.point.as_deref()),
            flags: self.marked(&holding, |rule| rule.flag.as_deref()),
            articles: self.articles(&holding, &duties),
            confidence: self.confidence(&holding, &drafts),
            unsettled: self.unsettled(&pertinent, &duties),
            warnings: self.warnings(&holding),
            advice: self.advice(&holding),
            open_duties: self.duties(Truth::Unknown),
            duties,
            drafts,
            trace: self.trace(answers, &opening),
            open_questions,
            further_questions,
        }
    }

    /// Rules whose conclusions matter: all of them, or, where a class leaves room for no other, those it
    /// rests on.
    fn pertinent(&self) -> Vec<bool> {
        let rules = &self.engine.framework.rules;
        if self.alone != Truth::Yes {
            return vec![true; rules.len()];
        }
        let mut rested_on = Places::none(rules.len());
        let classes = self.engine.framework.classes.iter();
        for (class, concluding) in classes.zip(&self.engine.concluding) {
            for rule in concluding {
                if class.alone && self.rules[*rule] == Truth::Yes {
                    self.rests_on(*rule, &mut rested_on);
                }
            }
        }
        (0..rules.len())
            .map(|rule| rested_on.contains(rule))
            .collect()
    }

    /// What rules that hold and count say, once each.
    fn marked(
        &self,
        holding: &dyn Fn(usize) -> bool,
        said: impl Fn(&'a Rule) -> Option<&'a str>,
    ) -> Vec<&'a str> {
        let mut marks = Vec::new();
        for (place, rule) in self.engine.framework.rules.iter().enumerate() {
            if let Some(mark) = said(rule)
                && holding(place)
                && self.counts(place)
                && !marks.contains(&mark)
            {
                marks.push(mark);
            }
        }
        marks
    }

    /// Where the conclusions and duties stand, once each.
    fn articles(&self, holding: &dyn Fn(usize) -> bool, duties: &[Owed<'a>]) -> Vec<&'a str> {
        let framework = self.engine.framework;
        let rules = framework.rules.iter().enumerate();
        let concluding = rules.filter(|(place, rule)| {
            let concludes = rule.class.is_some() || rule.point.is_some() || rule.role.is_some();
            concludes && holding(*place) && self.counts(*place)
        });
        let cites = &self.engine.cites;
        let concluding = concluding.flat_map(|(place, _)| &cites.rules[place]);
        let register = framework.duties.iter().zip(&cites.duties);
        let register = register.filter(|(duty, _)| {
            let mut owed = duties.iter();
            owed.any(|owed| std::ptr::eq(owed.duty, *duty))
        });
        let mut said = Places::none(cites.known.len());
        let mut articles = Vec::new();
        for cite in concluding.chain(register.flat_map(|(_, cites)| cites)) {
            if !said.contains(*cite) {
                said.insert(*cite);
                articles.push(cites.known[*cite]);
            }
        }
        articles
    }

    fn warnings(&self, holding: &dyn Fn(usize) -> bool) -> Vec<Warning<'a>> {
        let rules = self.engine.framework.rules.iter().enumerate();
        rules
            .filter(|(place, _)| holding(*place) && !self.counts(*place))
            .filter_map(|(place, rule)| {
                let from = self.engine.from[place]?;
                Some(Warning { rule, from })
            })
            .collect()
    }

    fn advice(&self, holding: &dyn Fn(usize) -> bool) -> Vec<&'a Rule> {
        let rules = self.engine.framework.rules.iter().enumerate();
        rules
            .filter(|(place, rule)| !rule.advice.is_empty() && holding(*place))
            .map(|(_, rule)| rule)
            .collect()
    }

    /// Points touched by rules that hold or are open, and by duties owed and the ways to fulfil them.
    fn unsettled(&self, pertinent: &[bool], duties: &[Owed<'a>]) -> Vec<Doubt<'a>> {
        let framework = self.engine.framework;
        let mut doubts: Vec<Doubt<'a>> = Vec::new();
        let mut touch = |touched: &'a str, points: &[&'a Unsettled], applies: bool| {
            for point in points {
                let mut known = doubts.iter().position(|doubt| doubt.point.id == point.id);
                let place = *known.get_or_insert_with(|| {
                    doubts.push(Doubt {
                        point,
                        touches: Vec::new(),
                        applies: false,
                    });
                    doubts.len() - 1
                });
                doubts[place].applies |= applies;
                if !doubts[place].touches.contains(&touched) {
                    doubts[place].touches.push(touched);
                }
            }
        };
        for (place, rule) in framework.rules.iter().enumerate() {
            let truth = self.rules[place];
            if pertinent[place] && truth != Truth::No {
                let points = &self.engine.rule_doubts[place];
                touch(rule.id.as_str(), points, truth == Truth::Yes);
            }
        }
        for owed in duties {
            touch(owed.duty.id.as_str(), &owed.unsettled, true);
        }
        for (way, points) in framework.routes.iter().zip(&self.engine.route_doubts) {
            let mut open = duties.iter().flat_map(|owed| &owed.routes);
            if open.any(|open| open.id == way.id) {
                touch(way.id.as_str(), points, true);
            }
        }
        doubts
    }

    /// Rules that are settled by their words and the opposite by a draft.
    fn drafts(&self, pertinent: &[bool]) -> Vec<Differing<'a>> {
        let rules = self.engine.framework.rules.iter().enumerate();
        rules
            .zip(&self.engine.drafts)
            .filter_map(|((place, rule), reading)| {
                let words = self.rules[place];
                let reading = self.truth(reading.as_ref()?);
                let differ = words.settled() && reading == !words;
                (differ && pertinent[place]).then_some(Differing {
                    rule,
                    draft: rule.draft.as_ref()?,
                    holds: words == Truth::Yes,
                })
            })
            .collect()
    }

    /// As sure as what is least settled about the rules that hold; no more than medium where a draft
    /// reads one of them differently.
    fn confidence(&self, holding: &dyn Fn(usize) -> bool, drafts: &[Differing<'a>]) -> Confidence {
        let rules = self.engine.framework.rules.iter().enumerate();
        let holding = rules.filter(|(place, _)| holding(*place) && self.counts(*place));
        let points = holding.flat_map(|(place, _)| &self.engine.rule_doubts[place]);
        let least = confidence(points.copied());
        if drafts.is_empty() {
            least
        } else {
            least.min(Confidence::Medium)
        }
    }
}
