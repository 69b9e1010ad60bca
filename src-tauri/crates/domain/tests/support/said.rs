//! Answers as one line each, for tests that read like a table.

use content::QuestionKind;
use domain::{Answer, Answers, Value};

/// `question = option` or `question = option + option` or a day; `question =` chooses nothing.
pub fn answers(said: &[&str]) -> Answers {
    said.iter()
        .map(|line| {
            let (id, value) = line.split_once('=').unwrap();
            let question = content::library()
                .expect("shipped content")
                .question(id.trim())
                .expect(id);
            let options = value.split('+').map(str::trim).filter(|id| !id.is_empty());
            let value = match question.kind {
                QuestionKind::Single => Value::One(value.trim().into()),
                QuestionKind::Multi => Value::Many(options.map(Into::into).collect()),
                QuestionKind::Date => Value::Date(value.trim().parse().unwrap()),
                _ => Value::Text(value.trim().to_owned()),
            };
            let answer = Answer::given(value);
            answer.check(question).expect(line);
            (question.id.clone(), answer)
        })
        .collect()
}
