//! Time and memory of the PDF writer on a register of 600 pages, beside krilla's on the same tree.
//!
//! `cargo bench -p reports --bench bench_reports`; figures go to stdout, one a line, tab-separated.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../tests/support/oracle.rs"]
mod oracle;
#[path = "../tests/support/sheet.rs"]
#[allow(dead_code)]
mod sheet;

use std::process::Command;
use std::time::Instant;

use reports::tree::*;
use reports::{fonts, writer};
use sheet::{Sheet, run};

const PAGES: usize = 600;
const ROWS: usize = 24;
const RUNS: usize = 5;

fn main() {
    // The parent only asks; each measure runs in a process of its own, so that one writer's memory
    // is not counted as the other's.
    let arguments: Vec<String> = std::env::args().collect();
    if let Some(at) = arguments.iter().position(|word| word == "--measure") {
        return measure(&arguments[at + 1]);
    }
    let tree = ask("tree");
    let ours = ask("plumbline");
    let theirs = ask("krilla");
    eprintln!("the tree alone: {:.0} ms, {:.0} MB", tree.0, tree.1);
    println!(
        "figure\twriter: register of {PAGES} pages\t{:.0}\tms\tkrilla\t{:.0}",
        ours.0, theirs.0
    );
    println!(
        "figure\twriter: peak memory, tree included\t{:.0}\tMB\tkrilla\t{:.0}",
        ours.1, theirs.1
    );
    println!(
        "figure\twriter: size of the file\t{:.0}\tkB\tkrilla\t{:.0}",
        ours.2, theirs.2
    );
}

/// Milliseconds, megabytes and kilobytes of one measure: medians over several processes.
fn ask(what: &str) -> (f64, f64, f64) {
    let mut all: [Vec<f64>; 3] = Default::default();
    for _ in 0..RUNS {
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--measure", what])
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let told = String::from_utf8(output.stdout).unwrap();
        for (values, word) in all.iter_mut().zip(told.split_whitespace()) {
            values.push(word.parse().unwrap());
        }
    }
    let [time, memory, size] = all.map(|mut values| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    });
    (time, memory, size)
}

fn measure(what: &str) {
    let start = Instant::now();
    let document = register();
    let made = start.elapsed();
    let start = Instant::now();
    let pdf = match what {
        "plumbline" => writer::pdf(&document).unwrap(),
        "krilla" => oracle::krilla(&document).unwrap(),
        _ => Vec::new(),
    };
    let size = pdf.len();
    let time = if size == 0 { made } else { start.elapsed() };
    if let Some(folder) = std::env::var_os("PLUMBLINE_KEEP") {
        std::fs::write(
            std::path::Path::new(&folder).join(format!("{what}.pdf")),
            pdf,
        )
        .unwrap();
    }
    println!(
        "{} {} {}",
        time.as_secs_f64() * 1e3,
        peak(),
        size as f64 / 1e3
    );
}

/// Peak resident memory of this process in MB; 0 where the system does not tell.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let words = line.and_then(|line| line.split_whitespace().nth(1));
    words
        .and_then(|kilobytes| kilobytes.parse::<f64>().ok())
        .unwrap_or(0.0)
        / 1024.0
}

/// A seeded register: a table over all pages, about 2,500 glyphs a page, a bookmark a page.
fn register() -> Document {
    const WORDS: &[&str] = &[
        "system",
        "ranks",
        "applicants",
        "for",
        "interview",
        "model",
        "vendor",
        "Übersicht",
        "claims",
        "detects",
        "fraud",
        "in",
        "payments",
        "pilot",
        "live",
        "office",
        "Größe",
        "review",
        "2027",
    ];
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut word = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        WORDS[(state % WORDS.len() as u64) as usize]
    };
    let mut sheet = Sheet::new();
    let chapter = sheet.element(0, Role::Sect);
    sheet.line(chapter, Role::Heading(1), 60.0, "Register of AI systems ");
    let table = sheet.element(chapter, Role::Table);
    let head = sheet.element(table, Role::TableHead);
    let row = sheet.element(head, Role::Row);
    for words in ["Name ", "Purpose ", "Owner ", "Stage "] {
        let cell = sheet.element(
            row,
            Role::HeaderCell {
                column: true,
                span: 1,
            },
        );
        sheet.line(cell, Role::Paragraph, 80.0, words);
    }
    let body = sheet.element(table, Role::TableBody);
    for page in 0..PAGES {
        if page > 0 {
            sheet.page(841.89, 595.276);
        }
        let footer = run(
            fonts::SANS,
            8.0,
            (60.0, 580.0),
            &format!("page {page} of {PAGES}"),
        );
        sheet.furnish(Owner::Footer, vec![Draw::Glyphs(footer)]);
        let number = sheet.document.pages.len() - 1;
        sheet.document.outline.push(Bookmark {
            title: format!("Page {page}"),
            target: Target {
                page: number,
                y: 90.0,
            },
            children: Vec::new(),
        });
        for line in 0..ROWS {
            let y = 100.0 + 19.0 * line as f32;
            let row = sheet.element(body, Role::Row);
            for (column, count) in [(0, 2), (1, 9), (2, 2), (3, 1)] {
                let cell = match column {
                    0 => sheet.element(
                        row,
                        Role::HeaderCell {
                            column: false,
                            span: 1,
                        },
                    ),
                    _ => sheet.element(row, Role::Cell { span: 1 }),
                };
                let paragraph = sheet.element(cell, Role::Paragraph);
                let face = [fonts::SANS_STRONG, fonts::SANS][usize::from(column > 0)];
                let mut draws = Vec::new();
                // Two lines a cell.
                for half in 0..2 {
                    let words: String = (0..count).map(|_| format!("{} ", word())).collect();
                    let at = (60.0 + 180.0 * column as f32, y + 9.0 * half as f32);
                    draws.push(Draw::Glyphs(run(face, 8.0, at, &words)));
                }
                sheet.mark(paragraph, draws);
            }
            let rule = [60.0, y + 11.0, 780.0, y + 11.5];
            sheet.furnish(Owner::Decoration, vec![sheet::rectangle(rule, vec![])]);
        }
    }
    sheet.document
}
