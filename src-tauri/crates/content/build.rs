//! Content is embedded at build: a new or removed file below `assets/` must be seen.

fn main() {
    for folder in [
        "frameworks",
        "mappings",
        "methods",
        "questionnaires",
        "sample",
        "text",
    ] {
        println!("cargo::rerun-if-changed=../../../assets/{folder}");
    }
}
