//! Figures of applying the law to many systems. One line per figure on standard output: `figure`, name,
//! value, unit, parted by tabs.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../tests/support/law_properties.rs"]
#[allow(dead_code)]
mod properties;

use domain::law::Engine;
use domain::{Answers, fact};
use std::hint::black_box;
use std::time::Instant;

const RUNS: usize = 5;

/// As many as the largest public inventory that ships with the tests has.
const SYSTEMS: usize = 2_133;

fn figure(name: &str, mut work: impl FnMut()) {
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("figure\t{name}\t{:.2}\tms", times[RUNS / 2]);
}

fn main() {
    let library = content::library().unwrap();
    let law = library.framework(fact::AI_ACT).unwrap();
    let questions = library.questions_of(law).unwrap();
    let on = law.as_of;
    let mut dice = properties::Dice(2_133);
    // From hardly begun to all but done.
    let systems: Vec<Answers> = (0..SYSTEMS)
        .map(|system| properties::some_answers(law, questions, system % 13, &mut dice))
        .collect();
    figure("prepare the law", || {
        black_box(Engine::new(law, questions));
    });
    let engine = Engine::new(law, questions);
    figure("2,133 systems: headline and open questions", || {
        for answers in &systems {
            let weighing = engine.weigh(answers, on);
            black_box((
                weighing.headline(),
                weighing.so_far(),
                weighing.open_questions(),
            ));
        }
    });
    figure("2,133 systems: classified in full", || {
        for answers in &systems {
            black_box(engine.classify(answers, on));
        }
    });
    figure("one system: what would change it", || {
        black_box(engine.would_change(&systems[SYSTEMS / 2], on));
    });
}
