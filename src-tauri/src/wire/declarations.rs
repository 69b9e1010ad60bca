//! Writes `ui/ipc/types.d.ts` from the wire types and the command table, and holds that the file in
//! the repository is the one these types give. `UPDATE_TYPES=1 cargo test -p plumbline --lib` renews it.
#![cfg(test)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::{actions::*, drawing::*, methods::*, risks::*};
use super::{
    answer::*, assessment::*, change::*, classification::*, classification_list::*,
    classification_result::*, classification_revision::*, copies::*, crosswalk::*, desk::*,
    duties::*, error::*, gap_results::*, gaps::*, history::*, impacts::*, incidents::*,
    inventory::*, record::*, report::*, session::*, settings::*, soa::*, start::*, table::*,
    triage::*, wizard::*, xray::*,
};
use std::path::Path;
use ts_rs::{Config, TS};

const HEAD: &str = "// Written from the Rust wire types by a test; do not edit.\n\
    // Renew with: UPDATE_TYPES=1 cargo test -p plumbline --lib declarations\n";

fn config() -> Config {
    Config::new().with_large_int("number")
}

/// `export` with the documentation of the Rust type.
fn declare<T: TS + 'static + ?Sized>(config: &Config) -> String {
    let docs = T::docs().unwrap_or_default();
    format!("{docs}export {}\n", T::decl(config))
        .replace("/**\n * ", "/** ")
        .replace("\n */\n", " */\n")
        .replace("{ \n", "{\n")
        .replace(", \n", ",\n")
}

macro_rules! types {
    ($($kind:ty),* $(,)?) => {
        fn types(config: &Config) -> Vec<String> {
            vec![$(declare::<$kind>(config)),*]
        }
    };
}

types![
    WireError,
    Code,
    Changed<()>,
    Topic,
    StartScreen,
    FileHandle,
    CreateFile,
    CreateSample,
    OpenFile,
    FileToken,
    BackupSet,
    BackupView,
    Passphrase,
    PassphraseAdvice,
    Strength,
    SessionView,
    Undone,
    ChangePassphrase,
    FileCheck,
    UiTexts,
    Language,
    Journey,
    Step,
    StepId,
    StepState,
    NextStep,
    NextKind,
    ToDo,
    ToDoKind,
    Preferences,
    Theme,
    MenuCommand,
    Kind,
    RecordLink,
    OneRecord,
    RecordQuery,
    RecordPage,
    RecordRow,
    RecordSearch,
    NewRecord,
    Similar,
    RenameRecord,
    RecordScreen,
    Fact,
    UsedBy,
    Missing,
    AttachmentView,
    OneAttachment,
    Saved,
    Standing,
    AnswerView,
    ValueView,
    NewAnswer,
    NewValue,
    RecordAnswer,
    OneStep,
    WizardStep,
    SectionView,
    ProgressView,
    QuestionView,
    QuestionForm,
    ScaleStep,
    OptionView,
    DrawingView,
    ListRisks,
    MapCell,
    RiskPage,
    Counted,
    RiskMap,
    MethodName,
    RiskLine,
    LevelView,
    WeaknessView,
    RiskScreen,
    PartyView,
    RatingView,
    PartyRating,
    ComparedView,
    ChooseControls,
    CatalogueLine,
    PickRisks,
    ListActions,
    ActionPage,
    ActionLine,
    NewAction,
    OneAnswer,
    AnswerTogether,
    MethodScreen,
    ScaleView,
    MethodField,
    MethodSlip,
    Approval,
    MethodVersion,
    BeginMethod,
    ApproveMethod,
    DrawnItem,
    OneAssessmentStep,
    AssessmentScreen,
    KnownAnswer,
    SectionReview,
    ReviewState,
    OwedView,
    OwedState,
    Hindrance,
    HindranceKind,
    SignAssessment,
    ReopenAssessment,
    CompareAssessment,
    ListImpacts,
    ImpactState,
    ImpactPage,
    ImpactStateCount,
    ImpactRow,
    AssessmentMark,
    LevelMark,
    ImpactResult,
    ThresholdView,
    ImpactTable,
    ImpactEntry,
    WeighedView,
    ImpactMatrix,
    AddImpact,
    OneClassification,
    ClassificationScreen,
    ClassificationStrip,
    ClassMark,
    LawSection,
    LawEntry,
    LawQuestion,
    KnownFact,
    KnownSource,
    OptionEffect,
    SetAside,
    OwedInRole,
    Turn,
    TurnKind,
    OneResult,
    ClassificationResult,
    ClassDetail,
    QuestionLink,
    Reason,
    DecidedBy,
    DecidedKind,
    DutiesOfRole,
    DutyView,
    WayView,
    LaterWarning,
    Advice,
    UnsettledPoint,
    DraftReading,
    ListClassifications,
    ClassificationState,
    ClassificationPage,
    ClassificationRow,
    ClassCount,
    StateCount,
    SignClassification,
    ReopenClassification,
    RevisionView,
    CompareClassification,
    DifferenceView,
    PathStep,
    ChangedClassification,
    ListTriage,
    TriagePage,
    TriageColumn,
    TriageRow,
    TriageCell,
    TriageKnown,
    TriageAnswers,
    TriageAnswer,
    ListDuties,
    Urgency,
    DutyPage,
    DutyDay,
    UrgencyCount,
    RoleName,
    DutyLine,
    Owing,
    OneDuty,
    DutyDetail,
    SeeToDuty,
    DutyAnswer,
    IncidentView,
    ClockView,
    CompareFrameworks,
    FrameworkComparison,
    FrameworkName,
    Reusable,
    ReusableCount,
    RequirementView,
    ComparisonRow,
    ReuseView,
    CountOverlap,
    OverlapView,
    OverlapSet,
    OverlapCrossing,
    LegalGaps,
    GapStanding,
    GapStandingCount,
    LegalGap,
    GapLine,
    BeyondView,
    GenerativeRiskView,
    FrameworkHooks,
    SmellView,
    SmellPlace,
    GapRuns,
    GapRun,
    GapSigned,
    GapScore,
    GapTally,
    BeginGapRun,
    GapScreen,
    GapTopic,
    GapRow,
    GapProposal,
    GapJudged,
    GapConformity,
    OneRequirement,
    JudgeRequirement,
    GapAnswer,
    GapResults,
    GapCreditCount,
    GapTopicScore,
    GapMoved,
    GapMovement,
    GapPlanLine,
    GapDuty,
    GapAction,
    AddGapAction,
    SignGapRun,
    ReopenGapRun,
    InventoryQuery,
    InventoryFilters,
    ReviewFilter,
    ScopeFilter,
    Sort,
    ListSystems,
    InventoryPage,
    InventoryRow,
    InventoryFacets,
    InventoryCounts,
    Column,
    ColumnKind,
    Facet,
    SavedView,
    OneName,
    ExportList,
    TableFormat,
    ImportScreen,
    ReadOptions,
    ImportColumn,
    ColumnWords,
    ImportWord,
    WordMeaning,
    ReadWords,
    ImportTarget,
    ImportOption,
    MappedColumn,
    AdjustImport,
    MappedImport,
    SaveMapping,
    DuplicateRule,
    SoaScreen,
    SoaCounts,
    SoaRow,
    SoaTopic,
    SoaContradiction,
    NextVersion,
    OneControl,
    SoaControl,
    SoaProposal,
    SoaOpen,
    SoaRelated,
    SoaTrace,
    SoaTrail,
    SoaLink,
    LinkHold,
    DecideControl,
    ControlAnswer,
    AdoptSuggestions,
    AdoptedLine,
    SignSoa,
    SoaVersion,
    CompareSoa,
    SoaDifference,
    CameOrWent,
    SoaChange,
    DryRun,
    Entered,
    RowProblem,
    Imported,
    ReportKind,
    ReportOffer,
    OneReport,
    ReportPreview,
    OutlineEntry,
    OnePage,
    PageDrawing,
    DrawingItem,
    DrawingLink,
    Progress,
    Task,
    OneTask,
    SavedReport,
    HistoryQuery,
    HistoryPage,
    ActionName,
    HistoryRow,
    OneEvent,
];

macro_rules! command_lines {
    ($($module:ident :: $name:ident($request:ty) -> $answer:ty;)*) => {
        fn command_lines(config: &Config) -> Vec<String> {
            vec![$(format!(
                "  {}: [{}, {}];\n",
                stringify!($name),
                <$request as TS>::name(config),
                <$answer as TS>::name(config),
            )),*]
        }
    };
}
crate::with_every_command!(command_lines);

fn declarations() -> String {
    let config = config();
    let mut text = String::from(HEAD);
    for declaration in types(&config) {
        text.push('\n');
        text.push_str(&declaration);
    }
    text.push_str(
        "\n/** Every command: what it takes (`null` for nothing) and what it answers. */\n",
    );
    text.push_str("export interface Commands {\n");
    for line in command_lines(&config) {
        text.push_str(&line);
    }
    text.push_str("}\n\n/** Every event the window may hear, with its payload. */\nexport interface Events {\n");
    text.push_str("  menu: MenuCommand;\n  progress: Progress;\n  /** Something the person did not do, in words: why the file was locked, or let go of. */\n  notice: string;\n  /** Something that keeps failing beside the person's work, in words. */\n  warning: string;\n");
    text.push_str("  /** The file was locked, unlocked or closed from outside the page. */\n  session: SessionView | null;\n");
    text.push_str("  /** Another start asked for this file. */\n  'file-waiting': FileHandle;\n");
    text.push_str("  /** The window is about to close: save what is queued, then call `close_window`. */\n  closing: null;\n}\n");
    text
}

#[test]
fn the_declarations_of_the_front_end_are_fresh() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/ipc/types.d.ts");
    let fresh = declarations();
    if std::env::var_os("UPDATE_TYPES").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &fresh).unwrap();
    }
    let present = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        present == fresh,
        "ui/ipc/types.d.ts is stale: UPDATE_TYPES=1 cargo test -p plumbline --lib"
    );
}
