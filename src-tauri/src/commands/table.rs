//! Every command, once: module, name, what it takes, what it answers. The handler, the declarations
//! for the front end (`ui/ipc/types.d.ts`) and, through `build.rs`, the app manifest are made from it.
//! A line is `module::name(Request) -> Answer`; a command without request takes `()`.

/// Hands the whole table to another macro.
#[macro_export]
#[doc(hidden)]
macro_rules! with_every_command {
    ($then:ident) => {
        $then! {
            start::start_screen(()) -> StartScreen;
            start::suggest_passphrase(()) -> String;
            start::judge_passphrase(Passphrase) -> PassphraseAdvice;
            start::create_file(CreateFile) -> Option<SessionView>;
            start::create_sample(CreateSample) -> Option<SessionView>;
            start::choose_file(()) -> Option<FileHandle>;
            start::open_file(OpenFile) -> SessionView;
            start::forget_recent(FileToken) -> Vec<FileHandle>;

            session::session(()) -> Option<SessionView>;
            session::lock_file(()) -> SessionView;
            session::unlock_file(Passphrase) -> SessionView;
            session::close_file(()) -> ();
            session::change_passphrase(ChangePassphrase) -> SessionView;
            session::check_file(()) -> FileCheck;
            session::undo(()) -> Changed<Undone>;
            session::redo(()) -> Changed<Undone>;
            session::keep_awake(()) -> ();
            session::close_window(()) -> ();

            copies::list_backups(()) -> Vec<BackupSet>;
            copies::take_out_backup(FileToken) -> Option<FileHandle>;
            copies::save_copy(()) -> Option<Saved>;

            desk::texts(Language) -> UiTexts;
            desk::journey(()) -> Journey;
            desk::to_dos(()) -> Vec<ToDo>;
            desk::preferences(()) -> Preferences;
            desk::save_preferences(Preferences) -> Preferences;
            desk::cancel_task(OneTask) -> ();

            inventory::list_systems(ListSystems) -> InventoryPage;
            inventory::inventory_facets(()) -> InventoryFacets;
            inventory::save_view(SavedView) -> Changed<Vec<SavedView>>;
            inventory::delete_view(OneName) -> Changed<Vec<SavedView>>;
            inventory::export_list(ExportList) -> Option<Saved>;

            record::list_records(RecordQuery) -> RecordPage;
            record::find_records(RecordSearch) -> Vec<RecordLink>;
            record::similar_records(NewRecord) -> Vec<Similar>;
            record::add_record(NewRecord) -> Changed<RecordLink>;
            record::rename_record(RenameRecord) -> Changed<RecordLink>;
            record::retire_record(OneRecord) -> Changed<RecordLink>;
            record::restore_record(OneRecord) -> Changed<RecordLink>;
            record::show_record(OneRecord) -> RecordScreen;
            record::attach_file(OneRecord) -> Changed<Option<AttachmentView>>;
            record::save_attachment(OneAttachment) -> Option<Saved>;
            record::retire_attachment(OneAttachment) -> Changed<()>;
            record::restore_attachment(OneAttachment) -> Changed<()>;

            wizard::wizard_step(OneStep) -> WizardStep;
            wizard::record_answer(RecordAnswer) -> Changed<WizardStep>;

            assessment::assessment_step(OneAssessmentStep) -> AssessmentScreen;
            assessment::sign_assessment(SignAssessment) -> Changed<RevisionView>;
            assessment::reopen_assessment(ReopenAssessment) -> Changed<()>;
            assessment::compare_assessment(CompareAssessment) -> Vec<DifferenceView>;
            impacts::list_impacts(ListImpacts) -> ImpactPage;
            impacts::impact_table(OneRecord) -> ImpactTable;
            impacts::add_impact(AddImpact) -> Changed<RecordLink>;
            impacts::make_risk(OneRecord) -> Changed<RecordLink>;

            classification::classification_question(OneClassification) -> ClassificationScreen;
            classification::classification_turns(OneRecord) -> Vec<Turn>;
            classification::classification_result(OneResult) -> ClassificationResult;
            classification::list_classifications(ListClassifications) -> ClassificationPage;
            classification::sign_classification(SignClassification) -> Changed<RevisionView>;
            classification::reopen_classification(ReopenClassification) -> Changed<()>;
            classification::compare_classification(CompareClassification) -> Vec<DifferenceView>;
            classification::changed_classifications(()) -> Vec<ChangedClassification>;
            triage::list_triage(ListTriage) -> TriagePage;
            triage::triage_answers(TriageAnswers) -> Changed<()>;

            duties::list_duties(ListDuties) -> DutyPage;
            duties::explain_duty(OneDuty) -> DutyDetail;
            duties::see_to_duty(SeeToDuty) -> Changed<RecordLink>;
            risks::list_risks(ListRisks) -> RiskPage;
            risks::show_risk(OneRecord) -> RiskScreen;
            risks::choose_controls(ChooseControls) -> Changed<()>;
            risks::risk_catalogue(()) -> Vec<CatalogueLine>;
            risks::pick_risks(PickRisks) -> Changed<Vec<RecordLink>>;
            methods::show_method(OneRecord) -> MethodScreen;
            methods::list_methods(()) -> Vec<MethodVersion>;
            methods::begin_method(BeginMethod) -> Changed<RecordLink>;
            methods::approve_method(ApproveMethod) -> Changed<()>;
            actions::list_actions(ListActions) -> ActionPage;
            actions::add_action(NewAction) -> Changed<RecordLink>;
            actions::answer_together(AnswerTogether) -> Changed<RecordLink>;
            incidents::list_incidents(()) -> Vec<IncidentView>;

            crosswalk::compare_frameworks(CompareFrameworks) -> FrameworkComparison;
            crosswalk::count_overlap(CountOverlap) -> OverlapView;
            crosswalk::legal_gaps(()) -> LegalGaps;
            xray::list_smells(()) -> Vec<SmellView>;
            gaps::list_gap_runs(()) -> GapRuns;
            gaps::begin_gap_run(BeginGapRun) -> Changed<RecordLink>;
            gaps::gap_run(OneRecord) -> GapScreen;
            gaps::judge_requirement(JudgeRequirement) -> Changed<GapJudged>;
            gaps::attach_to_requirement(OneRequirement) -> Changed<Option<GapJudged>>;
            gaps::gap_results(OneRecord) -> GapResults;
            gaps::add_gap_action(AddGapAction) -> Changed<RecordLink>;
            gaps::sign_gap_run(SignGapRun) -> Changed<GapSigned>;
            gaps::reopen_gap_run(ReopenGapRun) -> Changed<()>;

            soa::soa_screen(()) -> SoaScreen;
            soa::soa_control(OneControl) -> SoaControl;
            soa::soa_traces(()) -> Vec<SoaTrace>;
            soa::begin_soa(()) -> Changed<usize>;
            soa::decide_control(DecideControl) -> Changed<usize>;
            soa::adopt_suggestions(AdoptSuggestions) -> Changed<usize>;
            soa::sign_soa(SignSoa) -> Changed<u32>;
            soa::compare_soa(CompareSoa) -> Vec<SoaDifference>;

            list::choose_list(()) -> Option<ImportScreen>;
            list::adjust_import(AdjustImport) -> ImportScreen;
            list::read_words(ReadWords) -> ColumnWords;
            list::try_import(MappedImport) -> DryRun;
            list::run_import(MappedImport) -> Changed<Imported>;
            list::save_mapping(SaveMapping) -> Changed<Vec<String>>;
            list::delete_mapping(OneName) -> Changed<Vec<String>>;

            report::list_reports(()) -> Vec<ReportOffer>;
            report::preview_report(OneReport) -> ReportPreview;
            report::preview_page(OnePage) -> PageDrawing;
            report::save_report(OneReport) -> Option<SavedReport>;

            history::list_history(HistoryQuery) -> HistoryPage;
            history::restore_value(OneEvent) -> Changed<Undone>;
        }
    };
}
