//! The content this build ships.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[test]
fn shipped_content_has_no_problem() {
    if let Err(problems) = content::library() {
        let list: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{} problems:\n{}", list.len(), list.join("\n"));
    }
}
