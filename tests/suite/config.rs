//! What the configuration may never allow: the page reaches nothing but the listed commands.

use crate::bench::root;
use serde_json::Value;
use std::collections::BTreeSet;

fn read(path: &str) -> Value {
    let text = std::fs::read_to_string(root().join(path)).unwrap();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn table() -> BTreeSet<String> {
    let text = std::fs::read_to_string(root().join("src-tauri/src/commands/table.rs")).unwrap();
    text.lines()
        .filter(|line| line.ends_with(';') && line.contains("::"))
        .map(|line| {
            line.split_once("::")
                .unwrap()
                .1
                .split_once('(')
                .unwrap()
                .0
                .to_owned()
        })
        .collect()
}

#[test]
fn the_content_policy_is_strict() {
    let config = read("tauri.conf.json");
    let security = &config["app"]["security"];
    let policy = security["csp"].as_object().unwrap();
    for (directive, sources) in [
        ("default-src", "'none'"),
        ("script-src", "'self'"),
        ("style-src", "'self'"),
        ("img-src", "'self' data:"),
        ("font-src", "'self'"),
        ("connect-src", "ipc: http://ipc.localhost"),
        ("base-uri", "'none'"),
        ("form-action", "'none'"),
        ("frame-src", "'none'"),
        ("object-src", "'none'"),
    ] {
        assert_eq!(policy[directive], sources, "{directive}");
    }
    assert_eq!(policy.len(), 10, "no directive beyond these");
    assert_eq!(security["freezePrototype"], true);
    assert_eq!(security["dangerousDisableAssetCspModification"], false);
    assert_eq!(security["assetProtocol"]["enable"], false);
    assert!(
        security.get("devCsp").is_none(),
        "development has the same policy"
    );
    assert!(security.get("dangerousRemoteDomainIpcAccess").is_none());
}

#[test]
fn the_page_comes_from_the_app_and_from_nowhere_else() {
    let config = read("tauri.conf.json");
    assert_eq!(config["build"]["frontendDist"], "./ui");
    assert!(config["build"].get("devUrl").is_none());
    let windows = config["app"]["windows"].as_array().unwrap();
    assert_eq!(windows.len(), 1, "one window, one file");
    let window = &windows[0];
    assert_eq!(window["label"], "main");
    assert_eq!(
        window["incognito"], true,
        "nothing of a file stays in a profile of the web view"
    );
    assert!(window.get("url").is_none() && window.get("devtools").is_none());
    assert_eq!(
        (&window["width"], &window["height"]),
        (&1180.into(), &760.into())
    );
    assert_eq!(
        (&window["minWidth"], &window["minHeight"]),
        (&720.into(), &520.into())
    );
    assert!(config.get("plugins").is_none());
}

#[test]
fn the_capability_allows_the_commands_of_the_table_and_hearing_events() {
    let folder = root().join("src-tauri/capabilities");
    let files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(files, ["main.json"]);
    let capability = read("src-tauri/capabilities/main.json");
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(capability.get("remote").is_none() && capability.get("webviews").is_none());
    let given: BTreeSet<String> = capability["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|permission| permission.as_str().unwrap().to_owned())
        .collect();
    let mut expected: BTreeSet<String> = table()
        .iter()
        .map(|name| format!("allow-{}", name.replace('_', "-")))
        .collect();
    expected.extend([
        "core:event:allow-listen".to_owned(),
        "core:event:allow-unlisten".to_owned(),
    ]);
    assert_eq!(given, expected);
    assert!(expected.len() > 40);
}

#[test]
fn the_page_names_no_address_outside() {
    for (path, text) in crate::tidy::files("ui", &["js", "css", "html"]) {
        for word in [
            "http://",
            "https://",
            "ws://",
            "wss://",
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "XMLHttpRequest",
            "WebSocket",
            "sendBeacon",
            "localStorage",
            "sessionStorage",
            "indexedDB",
        ] {
            let allowed = word == "http://" && only_namespaces(&text);
            assert!(!text.contains(word) || allowed, "{path} has {word}");
        }
    }
}

/// The names of SVG and MathML look like addresses and are none.
fn only_namespaces(text: &str) -> bool {
    text.matches("http://").count() == text.matches("http://www.w3.org/").count()
}

#[test]
fn no_crate_that_talks_to_a_network_and_no_dangerous_plugin_is_built_in() {
    // What is built for this system, not what the lock file keeps for others.
    let tree = std::process::Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--locked",
            "--package",
            "plumbline",
            "--edges",
            "normal",
            "--prefix",
            "none",
        ])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(
        tree.status.success(),
        "{}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let tree = String::from_utf8(tree.stdout).unwrap();
    let built: BTreeSet<&str> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert!(built.contains("tauri") && built.contains("store"));
    for name in [
        "reqwest",
        "ureq",
        "hyper",
        "curl",
        "native-tls",
        "rustls",
        "tauri-plugin-shell",
        "tauri-plugin-fs",
        "tauri-plugin-http",
        "tauri-plugin-opener",
        "tauri-plugin-updater",
        "tauri-plugin-dialog",
        "tauri-plugin-upload",
        "tauri-plugin-websocket",
    ] {
        assert!(!built.contains(name), "{name}");
    }
}

#[test]
fn the_app_opens_no_socket() {
    for folder in ["src-tauri/src", "src-tauri/crates"] {
        for (path, text) in crate::tidy::files(folder, &["rs"]) {
            for word in [
                "std::net",
                "TcpStream",
                "TcpListener",
                "UdpSocket",
                "UnixStream",
                "UnixListener",
                "tokio::net",
            ] {
                assert!(!text.contains(word), "{path} has {word}");
            }
        }
    }
}
