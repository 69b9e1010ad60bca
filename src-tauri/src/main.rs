//! The desktop app `plumbline [FILE]`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    plumbline::run()
}
