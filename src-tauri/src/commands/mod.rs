//! One command per intention of the person: parse, one verb or query, map. The table of all of them is
//! in [`table.rs`](../commands/table.rs); what each takes and answers is in `wire`.
//!
//! start     the ways into a file            desk       journey, to-dos, texts, preferences
//! session   the open file: lock, undo, …    inventory  the list of AI systems, views, export
//! record    records of every kind           wizard     one step, one answer
//! list      importing a list                report     preview, save
//! classification  what the law says of a system: its questions, its result, the list
//! triage    its first questions for many systems at once
//! duties    the calendar of duties          incidents  incidents with their clocks
//! crosswalk frameworks beside each other     xray       contradictions in the file
//! assessment  steps and signatures of an assessment    impacts  all of them, benefits and harms
//! gaps      the gap analysis: runs, requirement by requirement, results
//! soa       the Statement of Applicability: controls, versions, what differs between them
//! risks     the register, one risk, the catalogue   methods   versions of the risk method
//! actions   what is to be done, and several answers about one record as one act
//! history   the log, bringing values back    copies     backups, a copy of the file

pub(crate) mod actions;
pub(crate) mod assessment;
pub(crate) mod classification;
pub(crate) mod copies;
pub(crate) mod crosswalk;
pub(crate) mod desk;
pub(crate) mod duties;
pub(crate) mod gaps;
pub(crate) mod history;
pub(crate) mod impacts;
pub(crate) mod incidents;
pub(crate) mod inventory;
mod kept;
pub(crate) mod list;
pub(crate) mod methods;
pub(crate) mod record;
pub(crate) mod report;
pub(crate) mod risks;
pub(crate) mod session;
pub(crate) mod soa;
pub(crate) mod start;
mod table;
pub(crate) mod triage;
pub(crate) mod wizard;
pub(crate) mod xray;

/// A window command whose work runs on the blocking pool with panics caught: the function of the same
/// name in `work` does it.
macro_rules! command {
    ($(#[$doc:meta])* $name:ident($request:ty) -> $answer:ty = $work:expr) => {
        $(#[$doc])*
        #[tauri::command]
        pub(crate) async fn $name(
            desk: tauri::State<'_, $crate::desk::Desk>,
            request: $request,
        ) -> Result<$answer, $crate::wire::error::WireError> {
            desk.run(move |desk| $work(desk, request)).await
        }
    };
    ($(#[$doc:meta])* $name:ident() -> $answer:ty = $work:expr) => {
        $(#[$doc])*
        #[tauri::command]
        pub(crate) async fn $name(
            desk: tauri::State<'_, $crate::desk::Desk>,
        ) -> Result<$answer, $crate::wire::error::WireError> {
            desk.run(move |desk| $work(desk)).await
        }
    };
}
pub(crate) use command;

macro_rules! handler {
    ($($module:ident :: $name:ident($request:ty) -> $answer:ty;)*) => {
        /// Answers the commands of the table and no others.
        pub(crate) fn handler<R: tauri::Runtime>()
        -> impl Fn(tauri::ipc::Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($module::$name),*]
        }
    };
}
crate::with_every_command!(handler);
