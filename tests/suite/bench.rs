//! A whole app without a screen: the real commands, the real capability, a fixed clock, fixed ids, and
//! dialogs answered beforehand.

use chrono::{DateTime, Duration, Utc};
use plumbline::Desk;
use plumbline::dialogs::PreparedDialogs;
use plumbline::outside::Outside;
use plumbline::preferences::Memory;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use tauri::Listener;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder};
use tauri::webview::InvokeRequest;

/// A passphrase that is taken.
pub const PASSPHRASE: &str = "river copper lantern orchard violin";

pub struct Bench {
    pub desk: Desk,
    pub dialogs: Arc<PreparedDialogs>,
    window: tauri::WebviewWindow<MockRuntime>,
    _app: tauri::App<MockRuntime>,
    folder: tempfile::TempDir,
    late: Arc<AtomicI64>,
    heard: Arc<Mutex<Vec<(String, Value)>>>,
}

impl Bench {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dialogs = Arc::new(PreparedDialogs::default());
        let late = Arc::new(AtomicI64::new(0));
        let clock = Arc::clone(&late);
        let ids = AtomicU64::new(0);
        let outside = Outside::fixed(
            move || start() + Duration::seconds(clock.fetch_add(1, Ordering::Relaxed)),
            move || {
                let next = ids.fetch_add(1, Ordering::Relaxed) + 1;
                format!("00000000-0000-4000-8000-{next:012x}")
            },
        );
        let desk = Desk::new(
            content::library().unwrap(),
            outside,
            Box::new(Arc::clone(&dialogs)),
            Memory::new(folder.path().join("memory")),
        );
        let app = plumbline::app(mock_builder(), desk.clone())
            .build(plumbline::context())
            .unwrap();
        plumbline::open(app.handle()).unwrap();
        let window = tauri::Manager::get_webview_window(&app, "main").unwrap();
        let heard = Arc::new(Mutex::new(Vec::new()));
        for event in [
            "progress",
            "session",
            "notice",
            "warning",
            "menu",
            "file-waiting",
            "closing",
        ] {
            let heard = Arc::clone(&heard);
            app.listen_any(event, move |told| {
                let payload = serde_json::from_str(told.payload()).unwrap();
                heard.lock().unwrap().push((event.to_owned(), payload));
            });
        }
        Bench {
            desk,
            dialogs,
            window,
            _app: app,
            folder,
            late,
            heard,
        }
    }

    /// A bench with a new encrypted file of this organisation.
    pub fn with_file(organisation: &str) -> Self {
        let bench = Bench::new();
        bench.answer_dialog("client.aims");
        let session = bench.ok(
            "create_file",
            json!({ "organisation": organisation, "passphrase": PASSPHRASE }),
        );
        assert_eq!(session["organisation"], organisation);
        bench
    }

    /// A path in the test's own folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The next dialog is answered with this file of the test's folder.
    pub fn answer_dialog(&self, name: &str) {
        self.dialogs.answer(Some(self.path(name)));
    }

    /// Lets time pass.
    pub fn wait(&self, minutes: i64) {
        self.late.fetch_add(minutes * 60, Ordering::Relaxed);
    }

    /// Everything the window was told under this name.
    pub fn heard(&self, event: &str) -> Vec<Value> {
        let heard = self.heard.lock().unwrap();
        heard
            .iter()
            .filter(|(name, _)| name == event)
            .map(|(_, payload)| payload.clone())
            .collect()
    }

    /// Sends a command as the page does.
    pub fn call(&self, command: &str, request: Value) -> Result<Value, Value> {
        let body = match request {
            Value::Null => json!({}),
            request => json!({ "request": request }),
        };
        get_ipc_response(
            &self.window,
            InvokeRequest {
                cmd: command.into(),
                callback: CallbackFn(0),
                error: CallbackFn(1),
                url: "tauri://localhost".parse().unwrap(),
                body: InvokeBody::Json(body),
                headers: Default::default(),
                invoke_key: INVOKE_KEY.to_string(),
            },
        )
        .map(|body| body.deserialize().unwrap())
    }

    /// Sends a command that must succeed.
    #[track_caller]
    pub fn ok(&self, command: &str, request: Value) -> Value {
        self.call(command, request)
            .unwrap_or_else(|error| panic!("{command} was refused: {error}"))
    }

    /// Sends a command that must be refused, and answers its code.
    #[track_caller]
    pub fn refused(&self, command: &str, request: Value) -> String {
        match self.call(command, request) {
            Ok(value) => panic!("{command} was not refused: {value}"),
            Err(error) => {
                let message = error["message"]
                    .as_str()
                    .unwrap_or_else(|| panic!("{error}"));
                assert!(
                    message.len() > 20 && !message.contains("errors."),
                    "{message}"
                );
                error["code"].as_str().unwrap().to_owned()
            }
        }
    }

    /// Adds a record and answers its id.
    #[track_caller]
    pub fn add(&self, kind: &str, name: &str) -> String {
        let added = self.ok("add_record", json!({ "kind": kind, "name": name }));
        added["value"]["id"].as_str().unwrap().to_owned()
    }

    /// Gives a value.
    #[track_caller]
    pub fn give(&self, record: &str, question: &str, value: Value) -> Value {
        self.ok(
            "record_answer",
            json!({
                "record": record,
                "question": question,
                "answer": { "state": "given", "value": value, "note": "" },
            }),
        )
    }

    /// The rows of the inventory, with these columns.
    #[track_caller]
    pub fn systems(&self, search: &str, columns: &[&str]) -> Value {
        self.ok(
            "list_systems",
            json!({ "query": query(search, columns), "offset": 0, "limit": 200 }),
        )
    }
}

/// A query without filters, by reference.
pub fn query(search: &str, columns: &[&str]) -> Value {
    json!({
        "search": search,
        "filters": {
            "stage": [], "owner": [], "vendor": [],
            "review": null, "scope": null, "incomplete": null, "retired": false,
        },
        "sort": { "column": "reference", "descending": false },
        "columns": columns,
    })
}

fn start() -> DateTime<Utc> {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

/// The repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
