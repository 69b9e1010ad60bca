//! The processes around one app: display, D-Bus session, driver. All end with their owner.

use crate::failure::{Failure, Step};
use crate::home::Home;
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How long a process may take to come up. Generous: test machines build beside us.
const COMING_UP: Duration = Duration::from_secs(30);

/// A session bus on which names can be owned, so that a second start finds the first, but which
/// starts nothing by itself: no portal, no accessibility bus, no settings of the machine's user.
const EMPTY_BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
  "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=FOLDER</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"#;

/// A process in a group of its own; the group ends when this is dropped.
#[derive(Debug)]
struct Group(Child);

impl Drop for Group {
    fn drop(&mut self) {
        kill("-KILL", &format!("-{}", self.0.id()));
        let _ = self.0.wait();
    }
}

/// A display and a driver, ready to start the app once.
#[derive(Debug)]
pub struct Stage {
    /// Dropped first: the driver and the app it started.
    driver: Group,
    _display: Group,
    /// Where the driver listens, on this machine only.
    pub address: String,
}

impl Stage {
    /// Starts a display of `width` x `height` pixels and a driver whose app will live in `home`.
    pub fn build(home: &Home, width: u32, height: u32, extra: &[(&str, &str)]) -> Step<Stage> {
        let (display, number) = start_display(width, height)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let log = File::options()
            .create(true)
            .append(true)
            .open(home.at("log.txt"))?;

        let bus = home.at("bus.conf");
        fs::write(
            &bus,
            EMPTY_BUS.replace("FOLDER", &home.at("run").display().to_string()),
        )?;
        let mut command = Command::new("dbus-run-session");
        command
            .arg("--config-file")
            .arg(&bus)
            .args(["--", "WebKitWebDriver", "--host=127.0.0.1"])
            .arg(format!("--port={port}"))
            .envs(home.folders())
            .envs(extra.iter().copied())
            .env("DISPLAY", format!(":{number}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("PLUMBLINE_DIALOGS", home.dialogs())
            .env("LANG", "C.UTF-8")
            .env("GTK_USE_PORTAL", "0")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .current_dir(home.at(""))
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0);
        let driver = Group(spawn(&mut command, "dbus-run-session")?);
        wait_for_port(port, home)?;
        Ok(Stage {
            driver,
            _display: display,
            address: format!("http://127.0.0.1:{port}"),
        })
    }

    /// Ends the app the way a power cut does: SIGKILL to every process of `binary` below the driver.
    /// Returns how many there were.
    pub fn kill_app(&self, binary: &Path) -> Step<usize> {
        let mut killed = 0;
        for pid in self.processes_of(binary)? {
            kill("-KILL", &pid.to_string());
            killed += 1;
        }
        Ok(killed)
    }

    /// Processes of this stage that run `binary`.
    pub fn processes_of(&self, binary: &Path) -> Step<Vec<u32>> {
        let binary = fs::canonicalize(binary)?;
        let group = self.driver.0.id();
        let mut found = Vec::new();
        for entry in fs::read_dir("/proc")?.flatten() {
            let Some(pid) = entry
                .file_name()
                .to_str()
                .and_then(|name| name.parse().ok())
            else {
                continue;
            };
            let runs_it = fs::read_link(entry.path().join("exe")).is_ok_and(|exe| exe == binary);
            if runs_it && group_of(&entry.path()) == Some(group) {
                found.push(pid);
            }
        }
        Ok(found)
    }
}

/// Whether any thread of the process still runs: the first may be gone while another ends a flush.
pub fn is_alive(process: u32) -> bool {
    let Ok(threads) = fs::read_dir(format!("/proc/{process}/task")) else {
        return false;
    };
    threads.flatten().any(|thread| {
        let stat = fs::read_to_string(thread.path().join("stat")).unwrap_or_default();
        stat.rsplit_once(')')
            .is_some_and(|(_, after_name)| !after_name.trim_start().starts_with(['Z', 'X']))
    })
}

/// The process group in `/proc/<pid>/stat`: the third word after the name in parentheses.
fn group_of(process: &Path) -> Option<u32> {
    let stat = fs::read_to_string(process.join("stat")).ok()?;
    let (_, after_name) = stat.rsplit_once(')')?;
    after_name.split_whitespace().nth(2)?.parse().ok()
}

fn start_display(width: u32, height: u32) -> Step<(Group, u32)> {
    let mut command = Command::new("Xvfb");
    command
        .args([
            "-displayfd",
            "1",
            "-nolisten",
            "tcp",
            "-noreset",
            "-dpi",
            "96",
        ])
        .args(["-screen", "0"])
        .arg(format!("{width}x{height}x24"))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .process_group(0);
    let mut display = Group(spawn(&mut command, "Xvfb")?);
    let mut line = String::new();
    if let Some(out) = display.0.stdout.take() {
        BufReader::new(out).read_line(&mut line)?;
    }
    let number = line
        .trim()
        .parse()
        .map_err(|_| Failure::Io("Xvfb found no free display number".into()))?;
    Ok((display, number))
}

fn spawn(command: &mut Command, program: &str) -> Step<Child> {
    command.spawn().map_err(|error| Failure::Missing {
        program: PathBuf::from(program),
        why: error.to_string(),
    })
}

fn wait_for_port(port: u16, home: &Home) -> Step<()> {
    let start = Instant::now();
    while start.elapsed() < COMING_UP {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return Ok(());
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Err(Failure::Missing {
        program: "WebKitWebDriver".into(),
        why: format!("it does not listen after {COMING_UP:?}. {}", home.log()),
    })
}

/// Sends a signal with the system's own `kill`: no unsafe code for three calls.
fn kill(signal: &str, target: &str) {
    let _ = Command::new("kill")
        .args([signal, "--", target])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}
