//! What the machine must have, and how it gets it.

use crate::Outcome;
use crate::step::{ask, program, run, say};
use std::fs;
use std::process::Command;

/// What a command of ours is going to do on the machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Build and open the app.
    Build,
    /// Build, and run everything that tests it.
    Test,
}

/// Debian packages to build and open the app: the web view, GTK, libcrypto for the encrypted client
/// file, and a C compiler for SQLite.
const TO_BUILD: [&str; 6] = [
    "build-essential",
    "ca-certificates",
    "libgtk-3-dev",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
    "pkg-config",
];

/// Debian packages to test it: the web view's driver, a display without a screen, a session bus,
/// `kill`, and two programs that read PDF independently of us.
const TO_TEST: [&str; 6] = [
    "dbus-daemon",
    "poppler-utils",
    "procps",
    "qpdf",
    "webkit2gtk-driver",
    "xvfb",
];

const ELSEWHERE: &str = "\
What Plumbline needs from the system, by the names of other systems:
  Fedora   sudo dnf install webkit2gtk4.1-devel gtk3-devel openssl-devel gcc pkgconf-pkg-config
           (tests also: webkitgtk-driver or WebKitWebDriver, xorg-x11-server-Xvfb, dbus-daemon, poppler-utils, qpdf)
  Arch     sudo pacman -S webkit2gtk-4.1 gtk3 openssl base-devel
           (tests also: xorg-server-xvfb, dbus, poppler, qpdf; WebKitWebDriver comes with webkit2gtk-4.1)
  macOS    xcode-select --install; brew install openssl@3 pkg-config
  Windows  Visual Studio Build Tools with the C++ workload, Strawberry Perl (for OpenSSL); WebView2 is part of Windows";

/// Sees to everything `purpose` needs. Ends with the exact words to type where it may not do it itself.
pub fn prepare(purpose: Purpose) -> Outcome {
    if !cfg!(target_os = "linux") {
        if purpose == Purpose::Test {
            println!("{ELSEWHERE}\n");
        }
        return Ok(());
    }
    if !is_debian() {
        return check_without_debian();
    }
    let missing = missing(purpose)?;
    if missing.is_empty() {
        return Ok(());
    }
    let install = format!(
        "apt-get install --yes --no-install-recommends {}",
        missing.join(" ")
    );
    let Some(door) = door_to_root() else {
        return Err(format!(
            "These Debian packages are missing, and installing them needs root. Please run\n\n  \
             sudo apt-get update && sudo {install}\n\nand then the same command again."
        ));
    };
    say(&format!(
        "installing Debian packages: {}",
        missing.join(", ")
    ));
    run(door
        .apt(&["update"])
        .env("DEBIAN_FRONTEND", "noninteractive"))?;
    let mut words: Vec<&str> = install.split(' ').skip(1).collect();
    words.push("--quiet");
    run(&mut door.apt(&words))
}

/// Says what cannot be said by a package name: whether Node is there.
pub fn require_node() -> Outcome {
    ask(&mut program("node", &["--version"]))
        .and_then(|_| ask(&mut crate::step::npm(crate::place::root(), &["--version"])))
        .map(drop)
        .map_err(|why| {
            format!("{why} Node.js 20 or newer with npm is needed; see https://nodejs.org.")
        })
}

/// How we become root.
enum Door {
    /// We are root.
    Open,
    /// `sudo` lets us in without a question.
    Sudo,
}

impl Door {
    fn apt(&self, arguments: &[&str]) -> Command {
        let mut command = match self {
            Door::Open => program("apt-get", arguments),
            Door::Sudo => {
                let mut command =
                    program("sudo", &["-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
                command.args(arguments);
                command
            }
        };
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    }
}

fn door_to_root() -> Option<Door> {
    if ask(&mut program("id", &["-u"])).is_ok_and(|id| id.trim() == "0") {
        return Some(Door::Open);
    }
    ask(&mut program("sudo", &["-n", "true"]))
        .ok()
        .map(|_| Door::Sudo)
}

fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|release| {
        release
            .lines()
            .filter(|line| line.starts_with("ID=") || line.starts_with("ID_LIKE="))
            .any(|line| line.contains("debian") || line.contains("ubuntu"))
    })
}

/// The packages that dpkg does not call installed.
fn missing(purpose: Purpose) -> Outcome<Vec<&'static str>> {
    let mut wanted: Vec<&str> = TO_BUILD.to_vec();
    if purpose == Purpose::Test {
        wanted.extend(TO_TEST);
    }
    // dpkg-query fails when it knows nothing of one of them, and still tells of the others.
    let known = program(
        "dpkg-query",
        &["--show", "--showformat=${Package} ${db:Status-Status}\n"],
    )
    .args(&wanted)
    .output()
    .map_err(|error| format!("dpkg-query cannot be started: {error}."))?;
    let known = String::from_utf8_lossy(&known.stdout).into_owned();
    wanted.retain(|package| {
        !known
            .lines()
            .any(|line| line == format!("{package} installed"))
    });
    Ok(wanted)
}

fn check_without_debian() -> Outcome {
    let there = ask(&mut program(
        "pkg-config",
        &["--exists", "webkit2gtk-4.1", "gtk+-3.0", "libcrypto"],
    ));
    there.map(drop).map_err(|_| {
        format!("The web view, GTK or OpenSSL of this system is missing.\n{ELSEWHERE}")
    })
}
