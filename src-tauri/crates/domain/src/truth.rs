//! Kleene's three values, and conditions evaluated with them. An open answer is Unknown, never "no".

use crate::answer::{Answer, AnswerState, Answers, Value};
use chrono::NaiveDate;
use content::{Condition, QuestionId};

/// Whether a condition holds, given what has been answered so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Truth {
    /// It holds whatever the open answers turn out to be.
    Yes,
    /// It does not hold whatever the open answers turn out to be.
    No,
    /// Open answers decide.
    Unknown,
}

impl Truth {
    /// One `No` settles a conjunction even while other parts are open.
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            _ => Truth::Unknown,
        }
    }

    /// One `Yes` settles a disjunction even while other parts are open.
    pub fn or(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::Yes, _) | (_, Truth::Yes) => Truth::Yes,
            (Truth::No, Truth::No) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    /// The conjunction of all, looked at no further than needed. Of none: it holds.
    pub fn all(truths: impl IntoIterator<Item = Truth>) -> Truth {
        let mut whole = Truth::Yes;
        for truth in truths {
            whole = whole.and(truth);
            if whole == Truth::No {
                break;
            }
        }
        whole
    }

    /// The disjunction of all, looked at no further than needed. Of none: it does not hold.
    pub fn any(truths: impl IntoIterator<Item = Truth>) -> Truth {
        !Truth::all(truths.into_iter().map(|truth| !truth))
    }

    /// Whether open answers no longer matter.
    pub fn settled(self) -> bool {
        self != Truth::Unknown
    }
}

impl std::ops::Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Unknown => Truth::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(holds: bool) -> Truth {
        if holds { Truth::Yes } else { Truth::No }
    }
}

/// Evaluates `condition` over `answers`. An answer "not applicable" makes a test not hold; "don't know
/// yet" and a missing answer leave it unknown, and so does what only a framework can tell.
pub fn evaluate(condition: &Condition, answers: &Answers) -> Truth {
    evaluate_by(condition, &|question| answers.get(question))
}

/// Like [`evaluate`], over answers that are looked up one by one.
pub(crate) fn evaluate_by<'n>(
    condition: &Condition,
    answer: &dyn Fn(&QuestionId) -> Option<&'n Answer>,
) -> Truth {
    match condition {
        Condition::All(parts) => Truth::all(parts.iter().map(|part| evaluate_by(part, answer))),
        Condition::Any(parts) => Truth::any(parts.iter().map(|part| evaluate_by(part, answer))),
        Condition::Not(part) => !evaluate_by(part, answer),
        leaf => leaf
            .question()
            .map_or(Truth::Unknown, |question| test(leaf, answer(question))),
    }
}

/// Whether a test on one answer holds: `is`, `includes`, `at_least` or `answered`.
pub fn test(leaf: &Condition, answer: Option<&Answer>) -> Truth {
    match leaf {
        Condition::Is(_, option) => of_value(answer, |value| match value {
            Value::One(chosen) => chosen == option,
            _ => false,
        }),
        Condition::Includes(_, option) => of_value(answer, |value| match value {
            Value::Many(chosen) => chosen.contains(option),
            Value::One(chosen) => chosen == option,
            _ => false,
        }),
        Condition::AtLeast(_, least) => of_value(answer, |value| match value {
            Value::Number(number) => number >= least,
            _ => false,
        }),
        Condition::Answered(_) => of_value(answer, |_| true),
        _ => Truth::Unknown,
    }
}

/// Whether the date given lies before a day.
pub fn before(day: NaiveDate, answer: Option<&Answer>) -> Truth {
    of_value(
        answer,
        |value| matches!(value, Value::Date(date) if *date < day),
    )
}

fn of_value(answer: Option<&Answer>, holds: impl Fn(&Value) -> bool) -> Truth {
    match answer.map(|answer| &answer.state) {
        None | Some(AnswerState::NotKnown { .. }) => Truth::Unknown,
        Some(AnswerState::NotApplicable { .. }) => Truth::No,
        Some(AnswerState::Given(value)) => Truth::from(holds(value)),
    }
}

/// The questions whose answers can still change whether `condition` holds, in reading order, once
/// each. Empty when the condition is settled.
pub fn still_open<'a>(condition: &'a Condition, answers: &Answers) -> Vec<&'a QuestionId> {
    let mut open = Vec::new();
    collect_open(condition, answers, &mut open);
    open
}

fn collect_open<'a>(condition: &'a Condition, answers: &Answers, open: &mut Vec<&'a QuestionId>) {
    if evaluate(condition, answers) != Truth::Unknown {
        return;
    }
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                collect_open(part, answers, open);
            }
        }
        Condition::Not(part) => collect_open(part, answers, open),
        leaf => {
            if let Some(question) = leaf.question()
                && !open.contains(&question)
            {
                open.push(question);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use content::OptionId;

    const ALL: [Truth; 3] = [Truth::Yes, Truth::No, Truth::Unknown];

    #[test]
    fn de_morgan_holds_for_all_three_values() {
        for a in ALL {
            for b in ALL {
                assert_eq!(!(a.and(b)), (!a).or(!b));
                assert_eq!(!(a.or(b)), (!a).and(!b));
                assert_eq!(a.and(b), b.and(a));
            }
        }
    }

    fn is(question: &str, option: &str) -> Condition {
        Condition::Is(question.into(), option.into())
    }

    fn answered(pairs: &[(&str, &str)]) -> Answers {
        pairs
            .iter()
            .map(|(question, option)| {
                (
                    QuestionId::from(*question),
                    Answer::given(Value::One(OptionId::from(*option))),
                )
            })
            .collect()
    }

    #[test]
    fn an_open_answer_is_unknown_and_named_until_it_no_longer_matters() {
        let rule = Condition::All(vec![is("a", "yes"), is("b", "yes")]);
        let none = Answers::new();
        assert_eq!(evaluate(&rule, &none), Truth::Unknown);
        assert_eq!(still_open(&rule, &none).len(), 2);

        let settled = answered(&[("a", "no")]);
        assert_eq!(evaluate(&rule, &settled), Truth::No);
        assert!(still_open(&rule, &settled).is_empty());
    }

    #[test]
    fn not_applicable_settles_and_not_known_does_not() {
        let rule = is("a", "yes");
        let mut answers = Answers::new();
        answers.insert(
            "a".into(),
            Answer::new(AnswerState::NotKnown { asked_of: None }),
        );
        assert_eq!(evaluate(&rule, &answers), Truth::Unknown);
        answers.insert(
            "a".into(),
            Answer::new(AnswerState::NotApplicable {
                reason: "no".into(),
            }),
        );
        assert_eq!(evaluate(&rule, &answers), Truth::No);
    }
}
