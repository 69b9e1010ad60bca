//! Judges of a written file that know nothing of how it was written.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use page_validation::{SafetyLimits, ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// Asserts that the bytes pass PDF/A-2a and PDF/UA-1 without one finding, and that qpdf finds
/// nothing to say about their form.
pub fn assert_sound(pdf: &[u8]) {
    for profile in [ValidationProfile::PdfA2a, ValidationProfile::PdfUa1] {
        let findings = findings(pdf, profile);
        assert!(findings.is_empty(), "{profile:?}:\n{}", findings.join("\n"));
    }
    let (told, clean) = run("qpdf", &["--check"], pdf);
    assert!(clean, "{told}");
    assert!(
        told.contains("No syntax or stream encoding errors"),
        "{told}"
    );
}

/// What the validator finds, one line per broken rule.
pub fn findings(pdf: &[u8], profile: ValidationProfile) -> Vec<String> {
    let options = ValidationOptions::default()
        .profile(profile)
        // Its defaults guard against strangers' files; a register of hundreds of pages is beyond them.
        .limits(SafetyLimits::unlimited());
    match validate_pdf_bytes(pdf, &options) {
        Ok(report) => {
            assert!(report.rules.total > 90, "only {:?} ran", report.rules);
            report.failures.iter().map(ToString::to_string).collect()
        }
        Err(error) => vec![format!("not readable: {error}")],
    }
}

/// The text a reader copies out of the file, page after page, without form feeds.
pub fn text(pdf: &[u8]) -> String {
    let (text, clean) = run("pdftotext", &["-enc", "UTF-8", "-nopgbrk", "-raw"], pdf);
    assert!(clean, "{text}");
    text
}

/// Runs a tool on the file and answers what it said and whether it was content.
pub fn run(tool: &str, options: &[&str], pdf: &[u8]) -> (String, bool) {
    let file = tempfile::Builder::new().suffix(".pdf").tempfile().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let mut command = Command::new(tool);
    command.args(options).arg(file.path()).stdin(Stdio::null());
    if tool.starts_with("pdfto") {
        command.arg("-");
    }
    let output = command
        .output()
        .unwrap_or_else(|error| panic!("{tool} (poppler-utils and qpdf are needed): {error}"));
    let told = [output.stdout, output.stderr].concat();
    (
        String::from_utf8_lossy(&told).into_owned(),
        output.status.success(),
    )
}

/// Keeps the file where a person can look at it, when `PLUMBLINE_KEEP` names a folder.
pub fn keep(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("PLUMBLINE_KEEP") {
        std::fs::write(PathBuf::from(folder).join(name), pdf).unwrap();
    }
}
