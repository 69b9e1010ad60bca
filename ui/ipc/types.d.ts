// Written from the Rust wire types by a test; do not edit.
// Renew with: UPDATE_TYPES=1 cargo test -p plumbline --lib declarations

/** What went wrong, in words for a person, with a code where the front end acts on it. */
export type WireError = {
/** What the front end branches on. */
code: Code,
/** What happened, why, and what to do next: ready to be shown. */
message: string,
/** The question or form field it is about. */
field: string | null, };

/** The closed list of codes. One exists only because the front end does something special. */
export type Code = "no-file" | "locked" | "wrong-passphrase" | "passphrase-needed" | "weak-passphrase" | "refused" | "gone" | "cancelled" | "file-moved" | "failed";

/** What a mutation answers: its value, which screens it may have changed, and when it was saved. */
export type Changed<T> = {
/** The outcome itself. */
value: T,
/** Topics whose views read again. */
changed: Array<Topic>,
/** When it was saved. */
at: string,
/** What undo would now take back, in words. */
undo: string | null,
/** What redo would now bring again, in words. */
redo: string | null, };

/** What a view shows and a change may touch. */
export type Topic = 'organisation' | 'inventory' | 'records' | 'duties' | 'incidents' | 'impacts' | 'risks' | 'actions' | 'controls' | 'gaps' | 'journey' | 'to-dos' | 'history' | 'settings' | 'session' | `record:${string}`;

/** The first screen. */
export type StartScreen = {
/** Files opened before, newest first. */
recent: Array<FileHandle>,
/** A file given on the command line or by a second start, waiting to be opened. */
waiting: FileHandle | null,
/** Preferences of this machine. */
preferences: Preferences,
/** Version of the product. */
version: string,
/** The file that is already open, or locked, in this window. */
session: SessionView | null, };

/** A file the person chose, without its path: the handle is good until the app ends. */
export type FileHandle = {
/** Opaque. */
token: string,
/** File name without the folder. */
name: string,
/** Organisation, when known from the last time. */
organisation: string | null,
/** Name of the folder it stands in. */
folder: string,
/** When it was last open in this app. */
opened: string | null,
/** Whether a passphrase is needed. */
encrypted: boolean,
/** Whether it is there now. */
found: boolean, };

/** Makes a new client file; the app asks where. */
export type CreateFile = {
/** The organisation's name. */
organisation: string,
/** The passphrase, or null for the explicit choice of no encryption. */
passphrase: string | null, };

/** Makes a file with the sample organisation; the app asks where. */
export type CreateSample = {
/** The passphrase, or null for no encryption. */
passphrase: string | null, };

/** Opens a file chosen before. */
export type OpenFile = {
/** Its handle. */
token: string,
/** The passphrase, or null for a file without. */
passphrase: string | null, };

/** Names a file chosen before. */
export type FileToken = {
/** Its handle. */
token: string, };

/** The backups of one client file. */
export type BackupSet = {
/** The file's own id, which goes with it wherever it is copied. */
fileId: string,
/** Its organisation, when known from the last time. */
organisation: string | null,
/** The file's name, when known from the last time. */
file: string | null,
/** Whether it is the file that is open. */
ofOpenFile: boolean,
/** Newest first. */
backups: Array<BackupView>, };

/** One backup. */
export type BackupView = {
/** Opaque. */
token: string,
/** When it was made. */
made: string,
/** The newest event it holds. */
event: number,
/** Its length. */
bytes: number, };

/** A passphrase as typed. */
export type Passphrase = {
/** As typed; spaces inside count. */
passphrase: string, };

/** How a typed passphrase would hold. */
export type PassphraseAdvice = {
/** The verdict. */
strength: Strength,
/** One or two plain sentences; for a refused one, why and what to do. */
advice: string, };

/** How hard a passphrase is to guess for someone who has the file. */
export type Strength = "hopeless" | "weak" | "good" | "strong";

/** What the frame of the window shows all the time. */
export type SessionView = {
/** The organisation's name. */
organisation: string,
/** Id of the organisation's record; empty while locked. */
organisationId: string,
/** The file's name, without the folder. */
file: string,
/** Whether it is encrypted. */
encrypted: boolean,
/** Whether it holds the sample organisation. */
sample: boolean,
/** Whether it is locked: nothing of it can be read until the passphrase is given. */
locked: boolean,
/** Whether it can only be read, with the reason in words. */
readOnly: string | null,
/** In whose name changes are recorded. */
actor: string,
/** What undo would take back. */
undo: string | null,
/** What redo would bring again. */
redo: string | null,
/** When the newest change was saved, in whichever session. */
saved: string | null,
/** Version of each questionnaire, e.g. `inventory 3`. */
contentVersion: string,
/** The file's own id. */
fileId: string, };

/** What undo or redo did. */
export type Undone = {
/** In words, e.g. `answered “Owner” of AI-003 HR screening`; null when there was nothing. */
done: string | null, };

/** Changes the passphrase of the open file. */
export type ChangePassphrase = {
/** The present one; null when the file has none. */
old: string | null,
/** The new one. */
new: string, };

/** What a check of the whole file found. */
export type FileCheck = {
/** Nothing was found. */
sound: boolean,
/** Events in the log. */
events: number,
/** Hash of the newest event. */
head: string,
/** What was found, in words. */
findings: Array<string>, };

/** The texts of one language. */
export type UiTexts = {
/** BCP 47 language. */
language: string,
/** Every language there is. */
languages: Array<string>,
/** All texts of the area `ui`, by full dotted key. */
texts: { [key in string]: string }, };

/** Asks for texts. */
export type Language = {
/** BCP 47 language, or null for the preferred one. */
language: string | null, };

/** The left side of the desk. */
export type Journey = {
/** Steps in order. Only what this version can do. */
steps: Array<Step>,
/** How many answers are to be found out. */
toDos: number,
/** How many answers that complete records of systems need are open, all systems together. */
neededOpen: number,
/** What to do next. */
next: NextStep | null, };

/** One step of the journey, counted from the file. */
export type Step = {
/** Which one. */
id: StepId,
/** Where it stands. */
state: StepState,
/** How many of `total` are done: questions of the profile; systems or records without an open required
 * question; systems whose classification nothing open can change; for reports, systems that are ready
 * for them; duties in hand that are settled; requirements judged in the newest gap analysis; versions of
 * the method that are approved; systems with a signed impact assessment; risks without an open required
 * question; actions that are done or dropped; controls of Annex A that are decided. */
done: number,
/** Out of how many. */
total: number, };

/** The steps there are. */
export type StepId = "organisation" | "inventory" | "classification" | "records" | "duties" | "gaps" | "method" | "impacts" | "risks" | "treatment" | "soa" | "reports";

/** Where a step stands. */
export type StepState = "not-started" | "under-way" | "done" | "attention";

/** The one thing to do next. */
export type NextStep = {
/** What kind of thing. */
kind: NextKind,
/** The step to take, where that is what is next. */
step: StepId | null,
/** The record it is about. */
record: RecordLink | null,
/** The section that has an open required question. */
section: string | null,
/** Its title. */
sectionTitle: string | null,
/** The first open required question. */
question: string | null,
/** How many required questions are open in the record; for a classification, questions that can still
 * change it. */
open: number, };

/** Kinds of next things. */
export type NextKind = "describe-organisation" | "add-first-system" | "continue-system" | "classify-system" | "take-step" | "print-register";

/** One thing to find out or to look at again. */
export type ToDo = {
/** Why it is here. */
kind: ToDoKind,
/** The record. */
record: RecordLink,
/** The assessment that asks; null where what describes the record does. */
assessment: string | null,
/** The section that asks. */
section: string,
/** The question. */
question: string,
/** Its short name. */
label: string,
/** Whom to ask. */
askedOf: RecordLink | null,
/** Since when it is known to be unknown, or by when it was due: a date or a moment. */
when: string | null,
/** The remark left with the answer. */
note: string, };

/** Why something is a to-do. */
export type ToDoKind = "not-known" | "review-overdue";

/** Preferences, kept beside the app and not in any client file. */
export type Preferences = {
/** In whose name changes are recorded. */
actor: string,
/** BCP 47 language of the screens. */
language: string,
/** Light, dark, or as the system. */
theme: Theme,
/** An encrypted file locks after so many idle minutes; null for never. */
lockAfterMinutes: number | null,
/** Whether the start screen lists files opened before. */
keepRecent: boolean,
/** Page zoom in percent, 50 to 300. */
zoom: number, };

/** Light or dark. */
export type Theme = "system" | "light" | "dark";

/** A command chosen in the menu. Sent as the event `menu`. */
export type MenuCommand = "new-file" | "open-file" | "import-list" | "lock-file" | "close-file" | "undo" | "redo" | "go-organisation" | "go-inventory" | "go-classification" | "go-records" | "go-reports" | "go-history" | "go-to-dos" | "go-settings" | "help-keys" | "help-about";

/** What a record is. */
export type Kind = "organisation" | "system" | "vendor" | "model" | "dataset" | "person" | "duty" | "incident" | "impact" | "risk" | "method" | "action" | "control" | "gap-analysis" | "finding";

/** A record as others point to it. */
export type RecordLink = {
/** Stable id. */
id: string,
/** What it is. */
kind: Kind,
/** Human reference, e.g. `AI-001`. */
reference: string,
/** Its name. */
name: string,
/** Whether it is retired. */
retired: boolean, };

/** Names one record. */
export type OneRecord = {
/** Its id. */
record: string, };

/** Asks for a list of records of one kind. */
export type RecordQuery = {
/** Which kind. */
kind: Kind,
/** Words to look for; empty for all. */
search: string,
/** Retired ones instead of current ones. */
retired: boolean,
/** Rows to skip. */
offset: number,
/** Rows wanted; at most 200 are given. */
limit: number, };

/** A page of a list of records. */
export type RecordPage = {
/** The rows. */
rows: Array<RecordRow>,
/** How many match in all. */
total: number, };

/** One row of a list of records. */
export type RecordRow = {
/** The record. */
record: RecordLink,
/** How many records link to it. */
used: number,
/** Questions answered, of those asked. */
settled: number,
/** Questions asked. */
asked: number,
/** When it last changed. */
changed: string, };

/** Asks which records of a kind could be meant, for a picker. */
export type RecordSearch = {
/** Which kind. */
kind: Kind,
/** Words as typed; empty for the first by name. */
search: string, };

/** A name someone is about to give. */
export type NewRecord = {
/** Which kind. */
kind: Kind,
/** The name. */
name: string, };

/** A record that may be the same thing. */
export type Similar = {
/** The record. */
record: RecordLink,
/** Whether the names are equal but for spelling. */
same: boolean, };

/** Gives a record another name. */
export type RenameRecord = {
/** Its id. */
record: string,
/** The new name. */
name: string, };

/** The page of one record: everything known of it. */
export type RecordScreen = {
/** The record. */
record: RecordLink,
/** When it was entered. */
created: string,
/** When it last changed. */
changed: string,
/** When it was retired. */
retiredAt: string | null,
/** Title of its questionnaire. */
questionnaire: string,
/** The steps of its wizard with their standing. */
sections: Array<SectionView>,
/** Every question shown or set aside, in order, with its answer in words. */
facts: Array<Fact>,
/** Records that link here. */
usedBy: Array<UsedBy>,
/** Files attached, retired ones too. */
attachments: Array<AttachmentView>,
/** Required questions without an answer. */
missing: Array<Missing>,
/** Date of the next review, when one is known. */
reviewDue: string | null,
/** Whether that date has passed. */
overdue: boolean, };

/** One question with its answer in words. */
export type Fact = {
/** The section that asks. */
section: string,
/** The question. */
question: string,
/** Its short name. */
label: string,
/** Where it stands. */
standing: Standing,
/** The answer in words: for "not applicable" the reason; null when open. */
text: string | null,
/** Records the answer links to. */
records: Array<RecordLink>,
/** The remark. */
note: string, };

/** A record that links to the one shown. */
export type UsedBy = {
/** The record. */
record: RecordLink,
/** Short name of the question that links. */
label: string, };

/** A required question without an answer. */
export type Missing = {
/** The section that asks. */
section: string,
/** The question. */
question: string,
/** Its short name. */
label: string, };

/** An attached file. */
export type AttachmentView = {
/** Its id. */
id: string,
/** Display name. */
name: string,
/** Length in bytes. */
size: number,
/** SHA-256, lower-case hex. */
sha256: string,
/** When it was attached. */
added: string,
/** Whether it is retired. */
retired: boolean, };

/** Names one attachment. */
export type OneAttachment = {
/** Its id. */
attachment: string,
/** The record it is attached to. */
record: string, };

/** What was written where, for a message. */
export type Saved = {
/** Name of the file that was written, without the folder. */
file: string,
/** Its length in bytes. */
bytes: number, };

/** Where a question stands. */
export type Standing = "open" | "answered" | "not-applicable" | "not-known" | "hidden" | "set-aside";

/** An answer as the screen shows it. */
export type AnswerView = { "state": "given",
/** It. */
value: ValueView,
/** The remark. */
note: string, } | { "state": "not-applicable",
/** Why not. */
reason: string,
/** The remark. */
note: string, } | { "state": "not-known",
/** Whom to ask. */
askedOf: RecordLink | null,
/** The remark. */
note: string, };

/** A value as the screen shows it. */
export type ValueView = { "kind": "text",
/** It. */
text: string, } | { "kind": "words",
/** They. */
words: Array<string>, } | { "kind": "one",
/** Its id. */
option: string, } | { "kind": "many",
/** Their ids. */
options: Array<string>, } | { "kind": "date",
/** `YYYY-MM-DD`. */
date: string, } | { "kind": "number",
/** It. */
number: number, } | { "kind": "records",
/** They. */
records: Array<RecordLink>, };

/** An answer as the screen sends it. */
export type NewAnswer = { "state": "given",
/** It. */
value: NewValue,
/** The remark; empty for none. */
note: string, } | { "state": "not-applicable",
/** Why not; never blank. */
reason: string,
/** The remark. */
note: string, } | { "state": "not-known",
/** Id of the person to ask. */
askedOf: string | null,
/** The remark. */
note: string, };

/** A value as the screen sends it. */
export type NewValue = { "kind": "text",
/** It. */
text: string, } | { "kind": "words",
/** They. */
words: Array<string>, } | { "kind": "one",
/** Its id. */
option: string, } | { "kind": "many",
/** Their ids. */
options: Array<string>, } | { "kind": "date",
/** `YYYY-MM-DD`. */
date: string, } | { "kind": "number",
/** It. */
number: number, } | { "kind": "records",
/** Their ids. */
records: Array<string>, };

/** Answers, changes or withdraws the answer to one question. */
export type RecordAnswer = {
/** The record. */
record: string,
/** The question. */
question: string,
/** The answer, or null to withdraw it. */
answer: NewAnswer | null, };

/** Asks for one step. */
export type OneStep = {
/** The record. */
record: string,
/** The section, or null for the first with something open. */
section: string | null, };

/** One step: a section with its questions, and the way to the others. */
export type WizardStep = {
/** What the answers are about. */
record: RecordLink,
/** Title of the questionnaire. */
title: string,
/** Every step with its standing. */
sections: Array<SectionView>,
/** Id of the step shown. */
section: string,
/** Its place, from 1. */
position: number,
/** Minutes left, the sum over the sections. */
minutesLeft: number,
/** Id of the step before. */
previous: string | null,
/** Id of the step after. */
next: string | null,
/** Counts over the whole questionnaire. */
progress: ProgressView,
/** Questions of the step: shown, hidden and set aside, in order; `standing` tells which. */
questions: Array<QuestionView>, };

/** One step in the tree. */
export type SectionView = {
/** Its id. */
id: string,
/** Its title. */
title: string,
/** What the step is for. */
intro: string,
/** About how many minutes its open questions take; 0 when none is open. */
minutesLeft: number,
/** Counts. */
progress: ProgressView, };

/** Counts over the questions shown. */
export type ProgressView = {
/** Questions shown. */
asked: number,
/** Of these: answered, or not applicable. */
settled: number,
/** Of these: to be found out. */
toFindOut: number,
/** Required ones that are not settled. */
requiredOpen: number, };

/** One question with its answer. */
export type QuestionView = {
/** Its id. */
id: string,
/** The form of the answer. */
kind: QuestionForm,
/** Short name. */
label: string,
/** As asked. */
prompt: string,
/** Stays visible while typing. */
hint: string,
/** Why it is asked and what would change. */
why: string,
/** Provision with its date. */
cite: string,
/** A good answer. */
good: string,
/** A weak answer. */
weak: string,
/** Options of `single` and `multi`. */
options: Array<OptionView>,
/** Steps of a `scale`, the lowest first; empty as long as no record is linked that defines them. */
steps: Array<ScaleStep>,
/** For links: what may be linked. */
linksTo: Kind | null,
/** For a date: of something that has happened, so none after today. */
past: boolean,
/** Whether an answer is required in the end. */
required: boolean,
/** Where it stands. */
standing: Standing,
/** The answer. */
answer: AnswerView | null,
/** Short names of the questions that decide whether this one is shown. */
shownBecauseOf: Array<string>, };

/** The form of an answer. */
export type QuestionForm = "text" | "long-text" | "words" | "single" | "multi" | "date" | "number" | "scale" | "record" | "records";

/** One step of a scale. */
export type ScaleStep = {
/** Its short name. */
label: string,
/** What it means. */
meaning: string, };

/** One option. */
export type OptionView = {
/** Its id. */
id: string,
/** Its words. */
label: string,
/** What choosing it means. */
then: string, };

/** A drawing. All measures in points, the origin is the upper left corner. */
export type DrawingView = {
/** Width. */
width: number,
/** Height. */
height: number,
/** The same in words. */
alt: string,
/** In painting order. */
items: Array<DrawnItem>, };

/** Asks for a page of the register. What is null narrows nothing. */
export type ListRisks = {
/** Words in reference, name, event or systems. */
search: string,
/** Only of this system. */
system: string | null,
/** Only those this person answers for; empty: those nobody answers for. */
owner: string | null,
/** Only those that stand so. */
standing: string | null,
/** Only those about which something is weak: its word. */
weakness: string | null,
/** Only those in this cell of a heat map. */
cell: MapCell | null,
/** Rows to skip. */
offset: number,
/** Rows wanted; at most 200 are given. */
limit: number, };

/** A cell of a heat map. */
export type MapCell = {
/** `inherent`, `current` or `residual`. */
point: string,
/** Likelihood and consequence, from 0, joined by a hyphen. */
place: string, };

/** A page of the register. */
export type RiskPage = {
/** The rows, by priority. */
rows: Array<RiskLine>,
/** How many match. */
matching: number,
/** How many there are. */
total: number,
/** How many stand how, of all that match but for how they stand. */
standings: Array<Counted>,
/** What is weak, and about how many, of all that match but for that. The most frequent first. */
weaknesses: Array<Counted>,
/** Before any measure, today, once treated: of all that match but for the cell. */
maps: Array<RiskMap>,
/** The version of the method the maps are drawn by; null while none can be used. */
method: MethodName | null,
/** How many methods there are, usable or not. */
methods: number,
/** Whoever answers for a risk, and whoever could. */
people: Array<RecordLink>,
/** The systems risks are about. */
systems: Array<RecordLink>, };

/** A word of a closed list with its words and how many. */
export type Counted = {
/** The word. */
code: string,
/** What people read. */
words: string,
/** How many. */
count: number, };

/** A heat map of many risks. */
export type RiskMap = {
/** `inherent`, `current` or `residual`. */
point: string,
/** The drawing. */
drawing: DrawingView,
/** How many risks have no place on it, in a sentence; empty when all have. */
unplaced: string, };

/** A version of the method by its names. */
export type MethodName = {
/** Its record. */
record: RecordLink,
/** The version as people call it; empty while it cannot be used. */
edition: string, };

/** One risk in the register. */
export type RiskLine = {
/** It. */
record: RecordLink,
/** Its place by priority, from 1; null without a level. */
rank: number | null,
/** What could happen. */
event: string,
/** Systems it concerns. */
systems: Array<RecordLink>,
/** Its levels before any measure, today, once treated. */
levels: Array<LevelView>,
/** How it stands: a word. */
standing: string,
/** How it stands, as people read it. */
standingWords: string,
/** What is done about it: an option, or empty. */
treatment: string,
/** Who answers for it. */
owner: RecordLink | null,
/** When it is looked at again. */
reviewDue: string | null,
/** What is weak about it. */
weaknesses: Array<WeaknessView>,
/** How many actions treat it. */
actions: number, };

/** The level of a risk at a point, or what is missing for it. */
export type LevelView = {
/** Its number, from 1; null without one. */
number: number | null,
/** The number of the highest level there is. */
of: number,
/** Its label; empty without one. */
label: string,
/** What the criteria say: `acceptable`, `needs-word`, `unacceptable`; empty without a level. */
verdict: string,
/** What is missing, as one phrase; empty with a level. */
missing: string, };

/** What is weak about a risk. */
export type WeaknessView = {
/** A word of the closed list. */
code: string,
/** A sentence. */
words: string,
/** The question to go to, and its section. */
question: string,
/** The section of that question. */
section: string,
/** Whether it contradicts itself or is late, rather than still being open. */
presses: boolean, };

/** One risk with everything that follows from it. */
export type RiskScreen = {
/** As the register has it. */
line: RiskLine,
/** Where it comes from, in words. */
source: string,
/** What it would mean for each party. */
parties: Array<PartyView>,
/** Its ratings before any measure, today, once treated. */
ratings: Array<RatingView>,
/** The version of the method it is rated by; null without one. */
method: MethodName | null,
/** Whether a later version is in force. */
older: boolean,
/** The matrix with the places of this risk; null without a usable method. */
map: DrawingView | null,
/** The idea of the treatment. */
how: string,
/** Controls in place. */
existing: Array<RecordLink>,
/** Controls chosen. */
controls: Array<RecordLink>,
/** When the choice was compared with Annex A. */
compared: string | null,
/** Every control of Annex A beside it. */
comparison: Array<ComparedView>,
/** Actions that treat it, the most pressing first. */
actions: Array<ActionLine>,
/** Who accepts what is left. */
acceptedBy: RecordLink | null,
/** When. */
acceptedOn: string | null,
/** Until when. */
acceptedUntil: string | null,
/** Why. */
acceptanceReason: string,
/** Who may accept, by the method. */
mayAccept: string,
/** When it was last rated. */
ratedOn: string | null,
/** The entry of the catalogue it began with; empty without. */
origin: string, };

/** What a risk would mean for a party. */
export type PartyView = {
/** Who, in words. */
party: string,
/** What it would mean, or why nothing; empty while nothing is said. */
words: string,
/** Whether the party is touched as far as is said. */
touched: boolean, };

/** A rating at one point. */
export type RatingView = {
/** `inherent`, `current` or `residual`. */
point: string,
/** The same as people read it. */
words: string,
/** How likely, with the label of the scale; empty while open. */
likelihood: string,
/** How bad for each party, and the level that makes. */
parties: Array<PartyRating>,
/** The overall level. */
level: LevelView,
/** What it rests on; empty while nothing is said. */
reason: string,
/** The section of the wizard that asks for it. */
section: string, };

/** How bad for one party, and the level that makes. */
export type PartyRating = {
/** Who, in words. */
party: string,
/** How bad, with the label of the scale; empty while open. */
consequence: string,
/** Not touched at all. */
untouched: boolean,
/** The level. */
level: LevelView, };

/** A control of Annex A beside a risk. */
export type ComparedView = {
/** Its id. */
control: string,
/** Its reference. */
reference: string,
/** Its title. */
title: string,
/** The record that stands for it. */
record: RecordLink | null,
/** Chosen to treat this risk. */
chosen: boolean,
/** Works against it already. */
inPlace: boolean,
/** The catalogue suggests it. */
suggested: boolean,
/** Excluded in the Statement of Applicability. */
excluded: boolean, };

/** Chooses the controls that treat a risk, and notes the day of the comparison. */
export type ChooseControls = {
/** The risk. */
risk: string,
/** Ids of controls of Annex A: all that are chosen. Records are made for those that have none. */
controls: Array<string>,
/** Records of controls of our own that stay chosen. */
own: Array<string>, };

/** An entry of the catalogue. */
export type CatalogueLine = {
/** Its id. */
id: string,
/** Its name. */
name: string,
/** What could happen. */
event: string,
/** Where it comes from: id and words. */
source: string,
/** Where it comes from, as people read it. */
sourceWords: string,
/** Where it stands. */
cite: string,
/** References of the controls it suggests. */
suggests: Array<string>,
/** Risks that began with it. */
picked: Array<RecordLink>, };

/** Takes entries of the catalogue into the register. */
export type PickRisks = {
/** Ids of entries. */
entries: Array<string>,
/** The systems they concern. */
systems: Array<string>, };

/** Asks for a page of the actions. What is null narrows nothing. */
export type ListActions = {
/** Words in reference, name, what is done, or what it is for. */
search: string,
/** Only those this person sees to; empty: those nobody sees to. */
owner: string | null,
/** Only those that stand so. */
pressing: string | null,
/** Only those for a record of this kind: `risk`, `control` or `finding`. */
purpose: string | null,
/** Rows to skip. */
offset: number,
/** Rows wanted; at most 200 are given. */
limit: number, };

/** A page of the actions. */
export type ActionPage = {
/** The rows, the most pressing first. */
rows: Array<ActionLine>,
/** How many match. */
matching: number,
/** How many there are. */
total: number,
/** How many stand how, of all that match but for that. */
pressing: Array<Counted>,
/** Whoever sees to an action, and whoever could. */
people: Array<RecordLink>, };

/** One action. */
export type ActionLine = {
/** It. */
record: RecordLink,
/** What is done. */
what: string,
/** The risks, controls and findings it is for. */
purposes: Array<RecordLink>,
/** Who sees to it. */
owner: RecordLink | null,
/** By when. */
due: string | null,
/** How far it is: an option. */
state: string,
/** How it stands today: a word. */
pressing: string,
/** How it stands today, as people read it. */
pressingWords: string,
/** When it is checked whether it worked. */
checkDue: string | null,
/** Whether it worked: an option, or empty. */
effective: string,
/** About how much work it is: an option, or empty. */
effort: string,
/** What it needs. */
resources: string, };

/** Enters an action. */
export type NewAction = {
/** What it is called. */
name: string,
/** Records it is for: risks, controls or findings. */
purposes: Array<string>,
/** Its first answers. */
answers: Array<OneAnswer>, };

/** One answer of several. */
export type OneAnswer = {
/** The question. */
question: string,
/** The answer; null withdraws it. */
answer: NewAnswer | null, };

/** Answers several questions about one record as one act. */
export type AnswerTogether = {
/** The record. */
record: string,
/** What is said. */
answers: Array<OneAnswer>, };

/** One version of the method, usable or not. */
export type MethodScreen = {
/** Its record. */
record: RecordLink,
/** The version as people call it. */
edition: string,
/** Its scales: likelihood, then the consequence for each party, then the levels. */
scales: Array<ScaleView>,
/** The matrix: for each likelihood, the lowest first, the number of a level for each consequence; 0 where
 * none is said. */
matrix: Array<Array<number>>,
/** The numbers of the criteria and the words of the frame, as they are answered. */
fields: Array<MethodField>,
/** What keeps it from being used. */
problems: Array<MethodSlip>,
/** Whether new ratings are made by it. */
inForce: boolean,
/** Who approved it and when; null while nobody has. */
approved: Approval | null,
/** How many risks are rated by it. */
risks: number,
/** Every version there is, the newest first. */
versions: Array<MethodVersion>, };

/** One scale of a method. */
export type ScaleView = {
/** The question that holds it. */
question: string,
/** What it is called. */
label: string,
/** What it is for. */
hint: string,
/** Its steps, the lowest first. */
steps: Array<ScaleStep>, };

/** One answer of a method that is no scale. */
export type MethodField = {
/** The question. */
question: string,
/** Its short name. */
label: string,
/** The question as asked. */
prompt: string,
/** What helps to answer it. */
hint: string,
/** `text`, `long-text` or `number`. */
kind: string,
/** What is said, as text; empty while nothing is. */
value: string, };

/** What keeps a method from being used. */
export type MethodSlip = {
/** The question. */
question: string,
/** Its short name. */
label: string,
/** A sentence. */
words: string, };

/** Who approved a version, and when. */
export type Approval = {
/** Who. */
signer: string,
/** In which function; may be empty. */
signerRole: string,
/** When. */
at: string, };

/** A version in the list of versions. */
export type MethodVersion = {
/** Its record. */
record: RecordLink,
/** The version as people call it; empty while none is said. */
edition: string,
/** Whether it was approved. */
approved: boolean,
/** Whether new ratings are made by it. */
inForce: boolean,
/** How many risks are rated by it. */
risks: number, };

/** Begins a version of the method. */
export type BeginMethod = {
/** The version to copy; null: the one that ships. */
from: string | null,
/** The new version as people call it; empty: as in what is copied. */
edition: string, };

/** Approves a version of the method. */
export type ApproveMethod = {
/** The version. */
record: string,
/** Who approves. */
signer: string,
/** In which function; may be empty. */
signerRole: string, };

/** One thing of a drawing. Tones are words such as `ink`, `alarm` or `heat-3`. */
export type DrawnItem = { "kind": "shape",
/** In the syntax of SVG paths. */
path: string,
/** Tone of the fill. */
fill: string | null,
/** Tone of the line. */
line: string | null,
/** Width of the line. */
width: number,
/** Dash lengths; empty for a solid line. */
dash: Array<number>, } | { "kind": "words",
/** They. */
text: string,
/** Where they start, have their middle, or end. */
x: number,
/** The baseline. */
y: number,
/** `start`, `middle` or `end`. */
anchor: string,
/** Size of the type. */
size: number,
/** `plain`, `strong` or `mono`. */
face: string,
/** Tone. */
tone: string, } | { "kind": "area",
/** What it is. */
id: string,
/** What it is called. */
label: string,
/** Left, top, width, height. */
place: [number, number, number, number], };

/** Asks for one step of an assessment. */
export type OneAssessmentStep = {
/** The questionnaire. */
questionnaire: string,
/** The record assessed. */
record: string,
/** The section, or null for the first with something open. */
section: string | null, };

/** One step of an assessment, with what is known already and how it stands as a whole. */
export type AssessmentScreen = {
/** The questionnaire. */
questionnaire: string,
/** The step, as of any wizard. */
step: WizardStep,
/** What is known from elsewhere to questions of the step. */
known: Array<KnownAnswer>,
/** The question of this step that its reviewer answers. */
review: string | null,
/** What reviewers say, of every section that has a review. */
reviews: Array<SectionReview>,
/** Whether it is owed; null where nothing says so. */
owed: OwedView | null,
/** What stands in the way of signing; empty: nothing. */
hindrances: Array<Hindrance>,
/** The revision in force. */
signed: RevisionView | null,
/** Every revision, the oldest first. */
revisions: Array<RevisionView>, };

/** What is known to one question. */
export type KnownAnswer = {
/** The question. */
question: string,
/** What is known. */
fact: KnownFact, };

/** What a reviewer says of a section. */
export type SectionReview = {
/** The section. */
section: string,
/** Null as long as nobody said anything. */
review: ReviewState | null, };

/** What a reviewer may say. */
export type ReviewState = "to-correct" | "improvable" | "accepted";

/** Whether an assessment is owed, and why. */
export type OwedView = {
/** Whether. */
owed: OwedState,
/** Why, in a sentence. */
because: string,
/** What it rests on. */
cite: string, };

/** Whether something is owed. */
export type OwedState = "owed" | "not-owed" | "open";

/** One thing that stands in the way of signing. */
export type Hindrance = {
/** Which kind. */
kind: HindranceKind,
/** The section where it stands; empty where it stands in a record of its own. */
section: string,
/** The question; empty without one. */
question: string,
/** What it is called; empty where the kind says it all. */
label: string,
/** The benefit or harm that is not weighed. */
record: RecordLink | null, };

/** What stands in the way. */
export type HindranceKind = "open" | "to-correct" | "not-weighed" | "no-entries";

/** Signs an assessment as it stands today. */
export type SignAssessment = {
/** The questionnaire. */
questionnaire: string,
/** The record assessed. */
record: string,
/** Who signs. */
signer: string,
/** In which function; may be empty. */
signerRole: string,
/** A remark; may be empty. */
remark: string, };

/** Reopens a signed assessment. */
export type ReopenAssessment = {
/** The questionnaire. */
questionnaire: string,
/** The record assessed. */
record: string,
/** Why. */
reason: string, };

/** Compares two revisions, or one with how it stands today. */
export type CompareAssessment = {
/** The questionnaire. */
questionnaire: string,
/** The record assessed. */
record: string,
/** The earlier revision. */
before: number,
/** The later one; null for how it stands today. */
after: number | null, };

/** Asks for a page of all systems with their assessments. */
export type ListImpacts = {
/** Words in the system's reference or name. */
search: string,
/** Only those that stand so. */
state: ImpactState | null,
/** Only those for which an assessment is owed and not signed. */
owed: boolean,
/** Rows to skip. */
offset: number,
/** Rows wanted; at most 200 are given. */
limit: number, };

/** Where an assessment stands. */
export type ImpactState = "overdue" | "not-begun" | "under-way" | "ready" | "signed";

/** A page of all systems with their assessments. */
export type ImpactPage = {
/** The rows. */
rows: Array<ImpactRow>,
/** How many match. */
matching: number,
/** How many systems there are. */
total: number,
/** How many stand how. */
states: Array<ImpactStateCount>,
/** For how many an assessment is owed and not signed. */
owed: number, };

/** How many systems stand so. */
export type ImpactStateCount = {
/** How. */
state: ImpactState,
/** How many. */
systems: number, };

/** One system with its assessments. */
export type ImpactRow = {
/** The system. */
system: RecordLink,
/** Its class, or the one that holds at least. */
class: ClassMark | null,
/** The three assessments, each with its own outcome. */
assessments: Array<AssessmentMark>,
/** What its benefits and harms come to. */
result: ImpactResult, };

/** One assessment of a system, in a line. */
export type AssessmentMark = {
/** The questionnaire. */
questionnaire: string,
/** Where it stands. */
state: ImpactState,
/** Whether it is owed. */
owed: OwedState,
/** Why, in a sentence. */
because: string,
/** The revision in force. */
signed: number | null,
/** When it is due again. */
due: string | null, };

/** A level, and its place among all of them: 1 for the least. */
export type LevelMark = {
/** Its id. */
id: string,
/** Its title. */
title: string,
/** Its place, from 1. */
rank: number, };

/** What benefits and harms come to. */
export type ImpactResult = {
/** How many harms. */
harms: number,
/** How many benefits. */
benefits: number,
/** Entries that are not weighed: while there are any, a harm may be heavier than shown. */
unrated: number,
/** The heaviest harm before measures. */
before: LevelMark | null,
/** The heaviest harm that remains. */
after: LevelMark | null,
/** The strongest benefit. */
benefit: LevelMark | null,
/** Thresholds. */
thresholds: Array<ThresholdView>, };

/** A threshold, and whether it is reached. */
export type ThresholdView = {
/** Its id. */
id: string,
/** Its title. */
title: string,
/** `owed` once reached, `not-owed` when settled not to be, `open` while answers or levels are missing. */
reached: OwedState,
/** What reaches it, in words. */
by: Array<string>,
/** What it demands. */
demands: string, };

/** The benefits and harms of one system. */
export type ImpactTable = {
/** The system. */
system: RecordLink,
/** Its class, or the one that holds at least. */
class: ClassMark | null,
/** The three assessments. */
assessments: Array<AssessmentMark>,
/** Whether and why each is owed, in the same order. */
owed: Array<OwedView>,
/** What the entries come to. */
result: ImpactResult,
/** The entries, by number. */
entries: Array<ImpactEntry>,
/** The matrix by which they are weighed. */
matrix: ImpactMatrix,
/** What stands in the way of signing the impact assessment. */
hindrances: Array<Hindrance>,
/** The revision in force of the impact assessment; while there is one, its entries are closed. */
signed: RevisionView | null, };

/** One benefit or harm. */
export type ImpactEntry = {
/** Its record. */
record: RecordLink,
/** `benefit`, `harm`, or empty while nobody said. */
direction: string,
/** For whom. */
party: string,
/** Individuals, groups or society, in words. */
affects: string,
/** Its dimensions, in words. */
dimensions: Array<string>,
/** What happens. */
what: string,
/** What is done about it. */
measures: string,
/** What it weighs before measures; null while something is missing. */
before: WeighedView | null,
/** What it weighs after measures; null while something is missing. */
after: WeighedView | null,
/** Short names of the questions missing. */
missing: Array<string>,
/** The risk it feeds. */
risk: RecordLink | null, };

/** What an entry weighs, and where it stands in the matrix. */
export type WeighedView = {
/** Its level. */
level: LevelMark,
/** The row, from 0 for the least. */
row: number,
/** The column, from 0 for the least. */
column: number, };

/** The matrix: rows are grades of consequence, columns likelihoods, both from the least. */
export type ImpactMatrix = {
/** Titles of the rows. */
rows: Array<string>,
/** Titles of the columns. */
columns: Array<string>,
/** The level of each cell, by row. */
cells: Array<Array<LevelMark>>, };

/** Enters a benefit or harm of a system. */
export type AddImpact = {
/** The system. */
system: string,
/** Whether it is a harm. */
harm: boolean,
/** What it is called. */
name: string, };

/** Asks for one question about one system. */
export type OneClassification = {
/** The system. */
record: string,
/** The question, or null for the first that is open. */
question: string | null,
/** Without a question: the next open one after this, and from the beginning where none is left. */
after: string | null,
/** Whether that is to be one on which only advice or a draft reading hangs. */
optional: boolean, };

/** One question, the tree around it, and what the answers come to so far. */
export type ClassificationScreen = {
/** The system. */
record: RecordLink,
/** What the answers come to. */
strip: ClassificationStrip,
/** Every section with its questions. */
sections: Array<LawSection>,
/** The question asked; null when none is open. */
question: LawQuestion | null,
/** Answers that are kept and count nowhere. */
setAside: Array<SetAside>,
/** Who is asked where nobody else is named: the system's owner. */
owner: RecordLink | null,
/** What is owed as things stand, by role. */
owed: Array<OwedInRole>,
/** The signed revision in force; while there is one, answers can only be read. */
signed: RevisionView | null, };

/** What the answers come to, in one line. */
export type ClassificationStrip = {
/** The class that leads, or the first that holds so far; null while nothing is certain. */
class: ClassMark | null,
/** Whether that class is the headline: open answers cannot put another in its place. */
settled: boolean,
/** The other classes that hold. */
others: Array<ClassMark>,
/** The first rule that concludes the class, in words; empty where none does. */
reason: string,
/** Where that rule stands. */
cite: string,
/** Points of lists that apply. */
points: Array<string>,
/** How many questions can still change something as the answers stand; an answer can bring others. */
open: number,
/** Sections they stand in, by title, in order. */
openIn: Array<string>,
/** Of these: to be found out. */
toFindOut: number, };

/** A class, for its mark. */
export type ClassMark = {
/** E.g. `high_risk_annex_iii`. */
id: string,
/** Its short name. */
title: string, };

/** A section in the tree. */
export type LawSection = {
/** Its id. */
id: string,
/** Its title. */
title: string,
/** What it is for. */
intro: string,
/** Counts over the questions that matter. */
progress: ProgressView,
/** Questions that matter, in order. */
questions: Array<LawEntry>, };

/** A question in the tree. */
export type LawEntry = {
/** Its id. */
id: string,
/** Its short name. */
label: string,
/** Where it stands. */
standing: Standing,
/** Only advice or a draft reading hangs on it. */
optional: boolean, };

/** The question asked. */
export type LawQuestion = {
/** The question itself, with the answer given in this wizard. */
view: QuestionView,
/** Its section. */
section: string,
/** A case that counts. */
inside: string,
/** A near case that does not count. */
outside: string,
/** Only advice or a draft reading hangs on it. */
optional: boolean,
/** What inventory or profile say to it; null when nothing. */
known: KnownFact | null,
/** What each other answer would lead to. */
effects: Array<OptionEffect>,
/** The question before it on the road. */
previous: string | null,
/** The question after it on the road. */
next: string | null, };

/** What is known already, and from where. */
export type KnownFact = {
/** The answer that follows. */
value: ValueView,
/** It counts without being confirmed. */
counts: boolean,
/** The answers it follows from. */
sources: Array<KnownSource>,
/** Why one says the other, and where the two differ. */
reasons: Array<string>, };

/** An answer somewhere else. */
export type KnownSource = {
/** The record it is about: the system or the organisation. */
record: string,
/** The questionnaire that asks. */
questionnaire: string,
/** The section that asks. */
section: string,
/** The question. */
question: string,
/** Its short name. */
label: string,
/** What was said, in words. */
words: string, };

/** What an answer would lead to. */
export type OptionEffect = {
/** The option; null for none of them. */
option: string | null,
/** The class that would lead, or hold at least. */
class: ClassMark | null,
/** Whether that would be the headline. */
settled: boolean,
/** Whether that is how it stands now. */
stays: boolean,
/** How many questions more than after the answer that leaves fewest. */
more: number,
/** How many questions could still change something. */
open: number, };

/** An answer that is kept and counts nowhere. */
export type SetAside = {
/** The question. */
question: string,
/** Its short name. */
label: string,
/** What was said, in words. */
words: string, };

/** Duties of one role, counted. */
export type OwedInRole = {
/** The role. */
role: string,
/** How many duties. */
duties: number,
/** The first day on which one of them binds. */
first: string | null,
/** Some of them in words, the first to bind first. */
titles: Array<string>, };

/** Another answer that would lead to another class. */
export type Turn = {
/** The question. */
question: string,
/** Its short name. */
label: string,
/** How the answer is put. */
said: TurnKind,
/** The option, the number or the day; empty where the kind says it all. */
words: string,
/** Whether the question has an answer now. */
answered: boolean,
/** The class that would lead, or hold at least. */
class: ClassMark | null,
/** Whether that would be the headline. */
settled: boolean, };

/** How another answer is put. */
export type TurnKind = "is" | "with" | "without" | "none" | "given" | "not-applicable";

/** Asks for the result of one system. */
export type OneResult = {
/** The system. */
record: string,
/** The reference date, `YYYY-MM-DD`; null for today. */
on: string | null, };

/** The whole outcome, live. */
export type ClassificationResult = {
/** The system. */
record: RecordLink,
/** The reference date. */
on: string,
/** Today. */
today: string,
/** The outcome in one line. */
strip: ClassificationStrip,
/** Every class that holds. */
classes: Array<ClassDetail>,
/** Classes that open answers may still bring about. */
openClasses: Array<ClassMark>,
/** Every role the organisation has. */
roles: Array<ClassDetail>,
/** How sure the classes are: `high`, `medium` or `low`. */
confidence: string,
/** Rules that hold and conclude something, then those they rest on. */
reasons: Array<Reason>,
/** Rules that were considered and do not hold. */
notMet: Array<Reason>,
/** Duties by role, each list by the day it binds. */
duties: Array<DutiesOfRole>,
/** How many duties open answers may still bring about. */
openDuties: number,
/** What will be concluded from a later day. */
warnings: Array<LaterWarning>,
/** What to watch and what could be done instead. */
advice: Array<Advice>,
/** Whether modules may be entered as systems of their own. */
split: boolean,
/** Other answers that would lead to another class. */
turns: Array<Turn>,
/** What is unsettled in law here. */
unsettled: Array<UnsettledPoint>,
/** Rules that a draft reads differently. */
drafts: Array<DraftReading>,
/** Questions without an answer that can still change something. */
open: Array<QuestionLink>,
/** Questions answered "don't know yet". */
toFindOut: Array<QuestionLink>,
/** Questions on which only advice or a draft reading hangs. */
optional: Array<QuestionLink>,
/** The signed revision in force. */
signed: RevisionView | null,
/** Everything that was signed, oldest first. */
revisions: Array<RevisionView>,
/** The first question that has an answer. */
first: string | null,
/** Which content classified. */
contentVersion: string,
/** When that content was last checked. */
asOf: string,
/** What every reader must be told about the text. */
caveat: string, };

/** A class or a role, with what it means. */
export type ClassDetail = {
/** Which. */
mark: ClassMark,
/** What it means. */
plain: string,
/** Where it stands. */
cite: string, };

/** A question to go to. */
export type QuestionLink = {
/** Its id. */
question: string,
/** Its short name. */
label: string, };

/** A rule and what settled it. */
export type Reason = {
/** Its id. */
rule: string,
/** Its stage. */
stage: string,
/** Its short name. */
title: string,
/** What the provision means. */
plain: string,
/** Where it stands. */
cite: string,
/** The class it concludes. */
class: ClassMark | null,
/** The role it gives. */
role: string,
/** The point of a list it stands for. */
point: string,
/** Whether open answers can still settle it. */
open: boolean,
/** Whether its conclusion counts on the reference date. */
counts: boolean,
/** What decided. */
decidedBy: Array<DecidedBy>, };

/** One thing that decided. */
export type DecidedBy = {
/** The question; null for a date. */
question: string | null,
/** Its short name, or what applies from the date. */
label: string,
/** How it decided. */
said: DecidedKind,
/** The option, the number, the day or the answer in words. */
words: string, };

/** How an answer or a date decided. */
export type DecidedKind = "said" | "not-chosen" | "not-applicable" | "reached" | "not-reached";

/** Duties of one role. */
export type DutiesOfRole = {
/** The role. */
role: string,
/** Duties, the first to bind first. */
duties: Array<DutyView>, };

/** A duty owed. */
export type DutyView = {
/** As in the register: `O-RMS`. */
id: string,
/** A short name. */
title: string,
/** What has to be done. */
plain: string,
/** What brings it about. */
trigger: string,
/** Where it stands. */
article: string,
/** From when it really binds. */
effective: string | null,
/** What applies from then. */
effectiveWhy: string,
/** Whether open answers may still move that day. */
effectiveOpen: boolean,
/** From when it formally applies, where that differs. */
formal: string | null,
/** What suspends it for systems from before; empty when nothing. */
legacy: string,
/** Whether what suspends it is certain. */
legacyOpen: boolean,
/** The day by which it binds all the same. */
legacyBy: string | null,
/** Points of law that are unsettled about it. */
unsettled: Array<string>,
/** The band of penalties; empty where the law has none. */
penalty: string,
/** Ways to fulfil it. */
routes: Array<WayView>, };

/** A way to fulfil a duty. */
export type WayView = {
/** A short name. */
title: string,
/** What has to be done. */
plain: string,
/** Where it stands. */
cite: string, };

/** A conclusion that counts only from a later day. */
export type LaterWarning = {
/** The rule. */
title: string,
/** What the provision means. */
plain: string,
/** Where it stands. */
cite: string,
/** From when. */
from: string,
/** The class it will conclude. */
class: ClassMark | null, };

/** What to watch, what could be done instead. */
export type Advice = {
/** The rule it belongs to. */
title: string,
/** The advice. */
words: string,
/** Where it stands. */
cite: string, };

/** A point of law that is unsettled. */
export type UnsettledPoint = {
/** A short name. */
title: string,
/** Every reading. */
readings: Array<string>,
/** Which of them is followed, from 0. */
ours: number,
/** Why. */
why: string,
/** How sure it is: `high`, `medium` or `low`. */
confidence: string,
/** Where the point arises. */
cite: string,
/** Whether a reading rests on a draft. */
draft: boolean,
/** Whether it matters already, or only for rules that are open. */
applies: boolean, };

/** A rule that a draft reads differently. */
export type DraftReading = {
/** The rule. */
title: string,
/** The difference. */
note: string,
/** Where the draft says so. */
cite: string,
/** Whether the rule holds by its words; the draft says the opposite. */
holds: boolean, };

/** Which systems are wanted. */
export type ListClassifications = {
/** Words that all occur in reference or name. */
search: string,
/** Only systems of this class; `undetermined` for those without a headline; null for all. */
class: string | null,
/** Only systems in this state; null for all. */
state: ClassificationState | null,
/** Rows to leave out at the beginning. */
offset: number,
/** Rows wanted; at most 200 are given. */
limit: number, };

/** Where the classification of a system stands. */
export type ClassificationState = "not-started" | "under-way" | "settled" | "signed";

/** A page of the list. */
export type ClassificationPage = {
/** Systems in the file, without retired ones. */
total: number,
/** Of these: settled, signed or not. */
settled: number,
/** Systems that fit. */
matching: number,
/** The rows wanted, by reference. */
rows: Array<ClassificationRow>,
/** Every class with the number of its systems, in order; `undetermined` first. */
classes: Array<ClassCount>,
/** Every state with the number of its systems. */
states: Array<StateCount>, };

/** One system. */
export type ClassificationRow = {
/** It. */
record: RecordLink,
/** The class that leads, or holds at least; null while nothing is certain. */
class: ClassMark | null,
/** Whether that is the headline. */
settled: boolean,
/** Where it stands. */
state: ClassificationState,
/** Questions that nobody knows the answer to yet. */
toFindOut: number,
/** The signed revision in force; null while nothing is signed or it was reopened. */
signed: number | null,
/** The first open question. */
next: string | null,
/** Its short name. */
nextLabel: string, };

/** A class and how many systems have it. */
export type ClassCount = {
/** The class; null for systems without a headline. */
class: ClassMark | null,
/** How many. */
systems: number, };

/** A state and how many systems are in it. */
export type StateCount = {
/** The state. */
state: ClassificationState,
/** How many. */
systems: number, };

/** Signs the classification of a system as it stands today. */
export type SignClassification = {
/** The system. */
record: string,
/** Who signs. */
signer: string,
/** In which function; may be empty. */
signerRole: string,
/** A remark; may be empty. */
remark: string, };

/** Reopens a signed classification. */
export type ReopenClassification = {
/** The system. */
record: string,
/** Why. */
reason: string, };

/** One signed revision. */
export type RevisionView = {
/** 1, 2, 3, … */
number: number,
/** What it says, in a word or two. */
headline: string,
/** When it was signed. */
at: string,
/** Who signed. */
signer: string,
/** In which function; may be empty. */
signerRole: string,
/** The remark; may be empty. */
remark: string,
/** The reference date. */
on: string,
/** Which content classified. */
contentVersion: string,
/** Proof of what was signed. */
sha256: string,
/** When it was reopened; null while it stands. */
reopenedAt: string | null,
/** Why it was reopened. */
reopenedBecause: string, };

/** Compares two revisions, or one with how it stands today. */
export type CompareClassification = {
/** The system. */
record: string,
/** The earlier revision. */
before: number,
/** The later one; null for how it stands today. */
after: number | null, };

/** One difference. */
export type DifferenceView = {
/** The part of the outcome it belongs to, e.g. `duties`. */
group: string,
/** The way from there to what differs. */
path: Array<PathStep>,
/** What held before; null when it was not there. */
before: string | null,
/** What holds since; null when it is no longer there. */
after: string | null, };

/** One step of the way to what differs. */
export type PathStep = {
/** Its id. */
id: string,
/** Its name; empty where its place says it. */
label: string, };

/** A signed system whose result, duties or dates are others today. */
export type ChangedClassification = {
/** The system. */
record: RecordLink,
/** The revision that was signed. */
revision: number,
/** Its reference date. */
on: string,
/** The content has changed since. */
byContent: boolean,
/** The day alone makes a difference. */
byDay: boolean,
/** Facts have changed since. */
byFacts: boolean,
/** What moved. */
differences: Array<DifferenceView>, };

/** Asks for a page of systems. */
export type ListTriage = {
/** Words in reference or name. */
search: string,
/** Only systems whose first questions are not all answered. */
openOnly: boolean,
/** Rows to skip. */
offset: number,
/** Rows wanted; at most 200 are given. */
limit: number, };

/** A page of systems with the first questions of the law. */
export type TriagePage = {
/** The questions, one a column. */
columns: Array<TriageColumn>,
/** The rows, by reference. */
rows: Array<TriageRow>,
/** How many match. */
matching: number,
/** How many systems there are. */
total: number,
/** Of these: with every first question answered. */
answered: number,
/** Of these: settled, no open question can change anything any more. */
settled: number, };

/** A question as a column. */
export type TriageColumn = {
/** Its id. */
question: string,
/** Its short name. */
label: string,
/** As asked. */
prompt: string,
/** Stays visible while it is answered. */
hint: string,
/** Whether any number of options may be chosen. */
several: boolean,
/** The options. */
options: Array<OptionView>, };

/** One system. */
export type TriageRow = {
/** The system. */
record: RecordLink,
/** What it is meant to do, in its own words; empty until it is said. */
purpose: string,
/** One cell a column. */
cells: Array<TriageCell>,
/** The class that leads, or the first that holds. */
class: ClassMark | null,
/** Whether that class is the headline. */
settled: boolean, };

/** One answer, or what is known instead. */
export type TriageCell = {
/** Where the question stands. */
standing: Standing,
/** Options chosen. */
chosen: Array<string>,
/** What inventory or profile say; null when nothing. */
known: TriageKnown | null, };

/** What is known already. */
export type TriageKnown = {
/** The options that follow. */
options: Array<string>,
/** They count without being confirmed. */
counts: boolean, };

/** Gives answers about one system or several, as one act. */
export type TriageAnswers = {
/** The answers. */
answers: Array<TriageAnswer>, };

/** One answer about one system. */
export type TriageAnswer = {
/** The system. */
record: string,
/** The question. */
question: string,
/** The answer; null withdraws it. */
answer: NewAnswer | null, };

/** Asks for a page of the calendar. What is null narrows nothing. */
export type ListDuties = {
/** Words in the system's reference or name, or in the duty's id, name or article. */
search: string,
/** Only of this system. */
system: string | null,
/** Only in this role. */
role: string | null,
/** Only those this person sees to; empty: those nobody sees to. */
owner: string | null,
/** Only those that stand so. */
urgency: Urgency | null,
/** Only those under this day; empty: those without a day. */
day: string | null,
/** Rows to skip. */
offset: number,
/** Rows wanted; at most 200 are given. */
limit: number, };

/** Where a duty stands today; what presses most first. */
export type Urgency = "overdue" | "binding" | "ahead" | "undated" | "settled";

/** A page of the calendar. */
export type DutyPage = {
/** The rows, by date. */
rows: Array<DutyLine>,
/** How many match. */
matching: number,
/** How many there are. */
total: number,
/** The days of the calendar with their duties, of all that match but for the day. */
days: Array<DutyDay>,
/** How many stand how. */
urgencies: Array<UrgencyCount>,
/** The roles there are. */
roles: Array<RoleName>,
/** Whoever sees to a duty, and whoever could. */
people: Array<RecordLink>, };

/** A day of the calendar. */
export type DutyDay = {
/** The day; empty: without one. */
day: string,
/** How many duties. */
duties: number, };

/** How many stand so. */
export type UrgencyCount = {
/** How. */
urgency: Urgency,
/** How many duties. */
duties: number, };

/** A role by its name. */
export type RoleName = {
/** Its id. */
id: string,
/** Its short name. */
title: string, };

/** One duty of one system in one role. */
export type DutyLine = {
/** The system. */
system: RecordLink,
/** The duty's id. */
duty: string,
/** Its short name; its id where content knows it no longer. */
title: string,
/** Where it stands. */
article: string,
/** The role. */
role: RoleName,
/** Whether it is owed. */
owed: Owing,
/** From when it really binds. */
effective: string | null,
/** Whether open answers may still move that day. */
effectiveOpen: boolean,
/** From when it formally applies, where that differs. */
formal: string | null,
/** Why it is suspended, in words; empty where it is not. */
suspended: string,
/** Points of law about it that are unsettled, by name. */
unsettled: Array<string>,
/** Where it stands today. */
urgency: Urgency,
/** Days to our own date, or to the day it binds; negative once that has passed. */
daysLeft: number | null,
/** The record that holds what people added; null as long as nobody did. */
record: string | null,
/** Who sees to it. */
owner: RecordLink | null,
/** Our own date. */
due: string | null,
/** How far it is: an option of the question on the state. */
state: string,
/** Why it is not ours; empty otherwise. */
reason: string,
/** What shows that it is done; empty while nothing does. */
evidence: string, };

/** Whether a duty is owed. */
export type Owing = "owed" | "perhaps" | "no-longer";

/** Asks for one duty of the calendar in full. */
export type OneDuty = {
/** The system. */
system: string,
/** The duty's id. */
duty: string,
/** The role's id. */
role: string, };

/** What the law says of one duty of one system in one role. */
export type DutyDetail = {
/** The duty with its days; without any where it is owed no longer. */
duty: DutyView,
/** Who owes it: the role and what it means. */
role: ClassDetail,
/** What is unsettled about it, with every reading. */
unsettled: Array<UnsettledPoint>, };

/** Adds something to one duty. */
export type SeeToDuty = {
/** The system. */
system: string,
/** The duty's id. */
duty: string,
/** The role's id. */
role: string,
/** What is added, as one act. */
answers: Array<DutyAnswer>, };

/** One thing that is added to a duty. */
export type DutyAnswer = {
/** A question about duties. */
question: string,
/** The answer; null withdraws it. */
answer: NewAnswer | null, };

/** One incident. */
export type IncidentView = {
/** The record. */
record: RecordLink,
/** The system it is about. */
system: RecordLink | null,
/** The class of that system: the headline, or the first class that holds. */
class: ClassMark | null,
/** What happened, in words; empty until it is said. */
what: string,
/** When it happened. */
happenedOn: string | null,
/** When we first knew. */
awareOn: string | null,
/** When it was closed. */
closedOn: string | null,
/** Clocks that run, may run or were stopped, the first to end first. */
clocks: Array<ClockView>,
/** Required questions without an answer. */
missing: Array<Missing>, };

/** One clock. */
export type ClockView = {
/** Its id. */
id: string,
/** A short name. */
title: string,
/** What has to be done. */
plain: string,
/** To whom. */
to: string,
/** Where it stands. */
cite: string,
/** Whether it runs for certain; otherwise open answers decide. */
certain: boolean,
/** Questions about the incident that can still settle whether it runs. */
open: Array<Missing>,
/** Days after the day it counts from; 0: at once. */
days: number,
/** The day it counts from. */
from: string | null,
/** Short name of the question that asks for that day. */
fromLabel: string,
/** The last day. */
deadline: string | null,
/** Days to that day; negative once it has passed. */
daysLeft: number | null,
/** When it was done. */
done: string | null,
/** Whether that was late, or is. */
late: boolean,
/** The duty it is part of. */
duty: string,
/** The role in which we owe that duty. */
role: string,
/** Whether that duty binds today. */
inForce: boolean,
/** From when it really binds. */
effective: string | null,
/** From when it formally applies, where that differs. */
formal: string | null,
/** Why it is suspended; empty where it is not. */
suspended: string,
/** Points of law that are unsettled, by name. */
unsettled: Array<string>, };

/** Asks for one framework beside another. */
export type CompareFrameworks = {
/** Id of the framework whose requirements are listed. */
one: string,
/** Id of the framework that may have evidence for them. */
other: string, };

/** One framework beside another. */
export type FrameworkComparison = {
/** Every framework one can choose. */
frameworks: Array<FrameworkName>,
/** Who says so, and how far it carries. */
caveat: string,
/** The day the content was last checked. */
asOf: string,
/** Requirements in reading order. */
rows: Array<ComparisonRow>,
/** How many rows have what as their strongest link; those without a link last. */
counts: Array<ReusableCount>, };

/** A framework by its name. */
export type FrameworkName = {
/** Its id. */
id: string,
/** Its official designation. */
title: string,
/** Ids of the frameworks it can stand beside. */
beside: Array<string>,
/** Whether its overlap can be counted: all of its requirements are there. */
counted: boolean, };

/** How far evidence may be used again. */
export type Reusable = "strongly" | "partly" | "related";

/** How many rows have this as their strongest link. */
export type ReusableCount = {
/** What; null: no link. */
reusable: Reusable | null,
/** How many rows. */
rows: number, };

/** A requirement or a provision. */
export type RequirementView = {
/** Its id with its namespace. */
id: string,
/** As its framework prints it. */
reference: string,
/** Its short title. */
title: string, };

/** A requirement with what the other framework has for it. */
export type ComparisonRow = {
/** The requirement. */
requirement: RequirementView,
/** Where evidence may be found, or used again; empty: nothing. */
reuse: Array<ReuseView>, };

/** One link. */
export type ReuseView = {
/** The other end. */
other: RequirementView,
/** `equal`, `subset`, `superset` or `intersects`, read from the row to the other end. */
relation: string,
/** 1 to 10, as judged from the focal framework. */
strength: number,
/** The strength in words. */
reusable: Reusable,
/** `own`, `listed-judged` or `listed`: who says so. */
basis: string,
/** Whether it was judged from the other end. */
backwards: boolean,
/** Reference of the clause above through which it holds; empty: its own. */
through: string, };

/** Asks for the overlap of one framework with the others. */
export type CountOverlap = {
/** Id of the framework. */
base: string,
/** Only links of this strength or more. */
least: number, };

/** The overlap of one framework with the others, counted. */
export type OverlapView = {
/** How many requirements there are: what the crossings add up to. */
total: number,
/** The others with how many requirements meet each. */
sets: Array<OverlapSet>,
/** Requirements by exactly which others they meet. */
crossings: Array<OverlapCrossing>,
/** The same as an UpSet picture. */
picture: DrawingView, };

/** One of the others. */
export type OverlapSet = {
/** Its id. */
id: string,
/** Its title. */
title: string,
/** How many requirements meet it. */
size: number, };

/** Requirements that meet exactly these others. */
export type OverlapCrossing = {
/** Places among the sets; empty: none of them. */
sets: Array<number>,
/** The requirements, in reading order. */
requirements: Array<RequirementView>, };

/** What no requirement covers, with where this organisation stands. */
export type LegalGaps = {
/** Every one, in order. */
gaps: Array<LegalGap>,
/** How many stand how, what presses most first. */
standings: Array<GapStandingCount>,
/** What the standard asks for and the law does not. */
beyond: Array<BeyondView>,
/** The risks of generative AI, with where each framework deals with them. */
generative: Array<GenerativeRiskView>,
/** Who says so, and how far it carries. */
caveat: string,
/** How many systems are not retired. */
systems: number, };

/** Where the organisation stands with it. */
export type GapStanding = "open" | "undecided" | "settled" | "not-owed" | "not-kept";

/** How many stand so. */
export type GapStandingCount = {
/** How. */
standing: GapStanding,
/** How many. */
gaps: number, };

/** A duty of the law that no requirement covers. */
export type LegalGap = {
/** E.g. `X01`. */
id: string,
/** A short name. */
title: string,
/** Where it stands in the law. */
cite: string,
/** Whom it binds. */
who: string,
/** Where related evidence may sit. */
nearest: Array<RequirementView>,
/** Why that does not cover it. */
reason: string,
/** Where we stand. */
standing: GapStanding,
/** The first day on which something open binds. */
from: string | null,
/** What is owed for which system. */
lines: Array<GapLine>,
/** Systems of which open answers still decide. */
undecided: Array<RecordLink>, };

/** What is owed for one system in one role. */
export type GapLine = {
/** The system. */
system: RecordLink,
/** The duty's id in the register. */
duty: string,
/** Its name. */
title: string,
/** In which role. */
role: string,
/** The day it binds. */
from: string | null,
/** How far it is: an option of the question on the state. */
state: string, };

/** What the standard asks for and the law does not. */
export type BeyondView = {
/** The requirement. */
requirement: RequirementView,
/** `all`, `most` or `part`. */
extent: string,
/** Why. */
reason: string, };

/** A risk of generative AI. */
export type GenerativeRiskView = {
/** Its id. */
id: string,
/** A short name. */
title: string,
/** What one must know besides; may be empty. */
note: string,
/** Where to look, by framework. */
hooks: Array<FrameworkHooks>, };

/** Where one framework deals with something. */
export type FrameworkHooks = {
/** Its title. */
framework: string,
/** Requirements or provisions. */
requirements: Array<RequirementView>, };

/** One contradiction. */
export type SmellView = {
/** Its area: the part of the code before the first hyphen. */
area: string,
/** The text `ui.xray.<code>` tells it. */
code: string,
/** What the text names; a day is written 2027-12-02. */
values: { [key in string]: string },
/** Where it is put right. */
place: SmellPlace, };

/** Where something is put right. */
export type SmellPlace = { "kind": "record",
/** Its id. */
record: string, } | { "kind": "question",
/** The record asked about. */
record: string,
/** The section that asks it. */
section: string,
/** The question. */
question: string, } | { "kind": "assessment",
/** The questionnaire. */
questionnaire: string,
/** The record. */
record: string, } | { "kind": "classification",
/** Its id. */
record: string, } | { "kind": "duties",
/** Its id. */
record: string, } | { "kind": "incident",
/** Its id. */
record: string, } | { "kind": "requirement",
/** The run. */
record: string,
/** The requirement. */
requirement: string, } | { "kind": "screen",
/** Its address, e.g. `soa`. */
screen: string, };

/** Every run. */
export type GapRuns = {
/** The runs, the newest first. */
runs: Array<GapRun>,
/** How many requirements a run looks at if nothing is left out. */
requirements: number, };

/** One run and how far it is. */
export type GapRun = {
/** Its record. */
record: RecordLink,
/** The day it describes. */
on: string | null,
/** Who makes it; may be empty. */
assessor: string,
/** The run it is compared with. */
earlier: RecordLink | null,
/** What it adds up to. */
score: GapScore,
/** Gaps that are to be closed. */
gaps: number,
/** Requirements of which something has still to be asked. */
askAgain: number,
/** Seconds spent in the interview. */
seconds: number,
/** Who signed it, and when; null while it is open. */
signed: GapSigned | null, };

/** Who signed a run, and when. */
export type GapSigned = {
/** 1, 2, 3, … */
number: number,
/** Who. */
signer: string,
/** When. */
at: string, };

/** Counts over requirements. A share is met with half of what is partly met, of what was judged. */
export type GapScore = {
/** Requirements counted over. */
asked: number,
/** Judged: met. */
met: number,
/** Judged: partly met. */
partly: number,
/** Judged: not met. */
notMet: number,
/** They do not apply. */
notApplicable: number,
/** Nobody looked. */
unseen: number,
/** Judged: met, partly met and not met. */
judged: number,
/** The share in percent; null while nothing is judged. */
percent: number | null,
/** What exists. */
exists: GapTally,
/** What works. */
works: GapTally,
/** Mean maturity in tenths; null while nothing is judged. */
maturityTenths: number | null,
/** Over how many requirements. */
maturityJudged: number, };

/** What was seen, counted. */
export type GapTally = {
/** All of it. */
yes: number,
/** Some of it. */
partly: number,
/** Nothing. */
no: number,
/** The share in percent; null while nothing is judged. */
percent: number | null, };

/** Begins a run; it is compared with the newest one that is there. */
export type BeginGapRun = {
/** What it is called. */
name: string, };

/** One run, requirement by requirement. */
export type GapScreen = {
/** The run and how far it is. */
run: GapRun,
/** The standard's name. */
standard: string,
/** Whose its text is. */
licence: string,
/** Whether the organisation has a certificate whose evidence may be used again. */
certified: boolean,
/** Clauses and topics of Annex A. */
topics: Array<GapTopic>,
/** The requirements, in order. */
rows: Array<GapRow>,
/** The steps of maturity. */
maturity: Array<OptionView>,
/** The weights of a gap. */
severities: Array<OptionView>, };

/** A clause or a topic of Annex A. */
export type GapTopic = {
/** Its id. */
id: string,
/** Its number. */
reference: string,
/** Its name. */
title: string,
/** Whether it is a topic of Annex A. */
control: boolean, };

/** One requirement in one run. */
export type GapRow = {
/** Its id. */
id: string,
/** Its number. */
reference: string,
/** Its name. */
title: string,
/** The clause or topic it stands under. */
topic: string,
/** What is held or looked for, in our words. */
holds: string,
/** What to ask for. */
exists: string,
/** What to look at in practice. */
works: string,
/** What a good answer sounds like. */
good: string,
/** What a weak answer sounds like. */
weak: string,
/** Evidence that may be used again. */
proposals: Array<GapProposal>,
/** What was judged. */
judged: GapJudged, };

/** Evidence that may be used again. */
export type GapProposal = {
/** The requirement of the other standard. */
reference: string,
/** Its name. */
title: string,
/** The requirement the crosswalk names: this one or what it stands under. */
over: string,
/** How much of it is served, 1 to 10. */
strength: number, };

/** What was judged about one requirement. */
export type GapJudged = {
/** The record that holds it; null as long as nothing was said. */
record: string | null,
/** How far it is met. */
conformity: GapConformity,
/** Whether somebody said so; an answer that is missing reads as not looked at. */
said: boolean,
/** Why it does not apply; empty otherwise. */
reason: string,
/** Whether there is something: `yes`, `partly`, `no`. */
exists: string | null,
/** Whether it works. */
works: string | null,
/** From 0 to 5. */
maturity: number | null,
/** How much the gap weighs: an option. */
severity: string | null,
/** What is missing. */
what: string,
/** What was said and seen. */
note: string,
/** What shows it. */
evidence: string,
/** What was decided about evidence of the other standard: an option. */
credit: string | null,
/** Who decided so. */
creditBy: string,
/** Which evidence it is. */
creditEvidence: string,
/** Marked to be looked at once more. */
flagged: boolean,
/** To be asked again. */
askAgain: boolean,
/** What is to be asked. */
ask: string,
/** Seconds spent on it in the interview. */
seconds: number,
/** Short names of questions whose answers are kept but count nowhere. */
setAside: Array<string>,
/** Files kept with it, by name. */
files: Array<string>, };

/** How far a requirement is met. */
export type GapConformity = "met" | "partly" | "not-met" | "not-applicable" | "not-looked-at";

/** One requirement of a run. */
export type OneRequirement = {
/** The run. */
run: string,
/** The requirement. */
requirement: string, };

/** Says something about one requirement of a run, as one act. */
export type JudgeRequirement = {
/** The run. */
run: string,
/** The requirement. */
requirement: string,
/** What is said. */
answers: Array<GapAnswer>, };

/** One thing that is said. */
export type GapAnswer = {
/** A question about findings, or about actions. */
question: string,
/** The answer; null withdraws it. */
answer: NewAnswer | null, };

/** What a run comes to. */
export type GapResults = {
/** The run. */
run: GapRun,
/** The day of the earlier run. */
earlierOn: string | null,
/** What the earlier run added up to. */
earlier: GapScore | null,
/** Runs it may be compared with. */
comparable: Array<RecordLink>,
/** Figures per clause and per topic of Annex A. */
topics: Array<GapTopicScore>,
/** The same as pictures. */
pictures: Array<DrawingView>,
/** What moved since the earlier run. */
moved: Array<GapMoved>,
/** What is to be done, the most pressing first. */
plan: Array<GapPlanLine>,
/** Whoever may see to an action. */
people: Array<RecordLink>,
/** Questions about the run that have to be answered before it is signed. */
missing: Array<string>,
/** Evidence of the other standard: proposed, and what was decided. */
credit: GapCreditCount, };

/** Evidence of another standard, counted over requirements. */
export type GapCreditCount = {
/** For how many requirements it is proposed; 0 without a certificate. */
proposed: number,
/** Of these: confirmed, wholly or in part. */
confirmed: number,
/** Of these: found not usable. */
declined: number, };

/** Figures of a clause or a topic of Annex A. */
export type GapTopicScore = {
/** Its id. */
id: string,
/** Its number. */
reference: string,
/** Its name. */
title: string,
/** Whether it is a topic of Annex A. */
control: boolean,
/** Now. */
score: GapScore,
/** In the earlier run; null where it was not looked at. */
earlier: GapScore | null, };

/** A requirement that moved between two runs. */
export type GapMoved = {
/** Its id. */
id: string,
/** Its number. */
reference: string,
/** Its name. */
title: string,
/** How it moved. */
movement: GapMovement,
/** How it was judged before. */
before: GapConformity,
/** Its maturity before. */
maturityBefore: number | null,
/** How it is judged now. */
now: GapConformity,
/** Its maturity now. */
maturityNow: number | null, };

/** How a requirement moved. */
export type GapMovement = "worse" | "better" | "new" | "gone" | "same";

/** One gap with one action, or with none yet. */
export type GapPlanLine = {
/** The requirement. */
requirement: string,
/** Its number. */
reference: string,
/** Its name. */
title: string,
/** How far it is met. */
conformity: GapConformity,
/** What is missing; may be empty. */
what: string,
/** How much it weighs: an option. */
severity: string | null,
/** The duty of the law whose day comes first. */
duty: GapDuty | null,
/** The action; null as long as there is none. */
action: GapAction | null,
/** Whether its own day has passed with something left to do. */
overdue: boolean, };

/** A duty of the law that leans on a requirement. */
export type GapDuty = {
/** The day it binds. */
day: string,
/** Its name. */
title: string,
/** Where it stands. */
article: string,
/** The system it is owed for. */
system: RecordLink, };

/** An action that closes a gap. */
export type GapAction = {
/** Its record. */
record: RecordLink,
/** What is done; may be empty. */
what: string,
/** Who sees to it. */
owner: RecordLink | null,
/** By when. */
due: string | null,
/** About how much work it is: an option. */
effort: string | null,
/** How far it is: an option. */
state: string, };

/** Enters an action that closes the gap of one requirement. */
export type AddGapAction = {
/** The run. */
run: string,
/** The requirement. */
requirement: string,
/** What is done, in one line: the action is called so. */
name: string,
/** Answers to questions about actions. */
answers: Array<GapAnswer>, };

/** Signs a run as it stands. */
export type SignGapRun = {
/** The run. */
record: string,
/** Who signs. */
signer: string,
/** In which function; may be empty. */
signerRole: string,
/** A remark; may be empty. */
remark: string, };

/** Reopens a signed run. */
export type ReopenGapRun = {
/** The run. */
record: string,
/** Why. */
reason: string, };

/** Which systems, in which order, with which columns. Saved under a name, it is a view. */
export type InventoryQuery = {
/** Words to look for; empty for all. */
search: string,
/** Filters; each empty or null one lets everything through. */
filters: InventoryFilters,
/** Order. */
sort: Sort,
/** Ids of the columns wanted beside reference and name, in order. */
columns: Array<string>, };

/** Filters of the list. Those that are set must all hold. */
export type InventoryFilters = {
/** Option ids of the stage; any of them. */
stage: Array<string>,
/** Record ids of owners; any of them. */
owner: Array<string>,
/** Record ids of vendors; any of them. */
vendor: Array<string>,
/** Review: overdue, due within 30 days, or without a date. */
review: ReviewFilter | null,
/** Covered by the management system. */
scope: ScopeFilter | null,
/** Whether required questions are open. */
incomplete: boolean | null,
/** Retired ones instead of current ones. */
retired: boolean, };

/** Filter on the review date. */
export type ReviewFilter = "overdue" | "soon" | "none";

/** Filter on scope. */
export type ScopeFilter = "in" | "out" | "undecided";

/** Order of the list. */
export type Sort = {
/** Id of a column that can be sorted. */
column: string,
/** Largest first. */
descending: boolean, };

/** Asks for a page of the list. */
export type ListSystems = {
/** What and how. */
query: InventoryQuery,
/** Rows to skip. */
offset: number,
/** Rows wanted; at most 200 are given. */
limit: number, };

/** A page of the list. */
export type InventoryPage = {
/** The rows. */
rows: Array<InventoryRow>,
/** How many match. */
matching: number,
/** How many there are without search and filters, retired ones left out. */
total: number, };

/** One row of the list. */
export type InventoryRow = {
/** The system. */
record: RecordLink,
/** Cells in the order of the columns asked for, in words; null where nothing is known. */
cells: Array<string | null>,
/** Date of the next review. */
reviewDue: string | null,
/** Whether that date has passed. */
overdue: boolean,
/** Questions settled. */
settled: number,
/** Questions asked. */
asked: number,
/** Required questions open. */
requiredOpen: number, };

/** What the head of the list offers. */
export type InventoryFacets = {
/** Every column there is. */
columns: Array<Column>,
/** Stages in use, in the order of content. */
stages: Array<Facet>,
/** Owners in use, by name. */
owners: Array<Facet>,
/** Vendors in use, by name. */
vendors: Array<Facet>,
/** Counts for the line above the list. */
counts: InventoryCounts,
/** Views saved in this file. */
views: Array<SavedView>, };

/** Counts over the current systems. */
export type InventoryCounts = {
/** Current systems. */
total: number,
/** In scope. */
inScope: number,
/** Scope not decided. */
undecided: number,
/** Review overdue. */
overdue: number,
/** Required questions open. */
incomplete: number,
/** Retired systems. */
retired: number, };

/** A column of the list. */
export type Column = {
/** Its id: a question id, or `reference`, `name`, `progress`, `changed`, `created`. */
id: string,
/** Its heading. */
title: string,
/** How it reads. */
kind: ColumnKind,
/** Shown until the person chooses otherwise. */
standard: boolean,
/** Whether the list can be sorted by it. */
sortable: boolean, };

/** How a column reads. */
export type ColumnKind = "text" | "date" | "number" | "progress";

/** One value of a filter. */
export type Facet = {
/** Option id or record id. */
id: string,
/** In words. */
label: string,
/** How many current systems have it. */
count: number, };

/** A query saved by name. */
export type SavedView = {
/** Its name. */
name: string,
/** The query. */
query: InventoryQuery, };

/** Names a view or a mapping. */
export type OneName = {
/** Its name. */
name: string, };

/** Writes the list to a table; the app asks where. */
export type ExportList = {
/** Form of the table. */
format: TableFormat,
/** Which systems; null for all, retired ones too. */
query: InventoryQuery | null, };

/** Forms of a table on its way out. */
export type TableFormat = "csv" | "xlsx" | "json";

/** A list the person chose, as read so far: what was detected, what is suggested. */
export type ImportScreen = {
/** Opaque handle of the chosen list. */
token: string,
/** Name of the chosen file. */
file: string,
/** How it is read: detected, then adjusted. */
options: ReadOptions,
/** Sheets of a workbook; empty for text. */
sheets: Array<string>,
/** Encodings the person may choose. */
encodings: Array<string>,
/** Delimiters the person may choose. */
delimiters: Array<string>,
/** Data rows below the header. */
rows: number,
/** Columns with a suggestion each. */
columns: Array<ImportColumn>,
/** What a column may become. */
targets: Array<ImportTarget>,
/** The first rows, cell by cell. */
preview: Array<Array<string>>,
/** Names of the mappings that ship or were saved, the fitting ones first. */
mappings: Array<string>,
/** Those of them that were saved in this file and may be deleted. */
saved: Array<string>,
/** The mapping that the suggestion follows. */
mapping: string | null,
/** What was odd about the list as a whole. */
remarks: Array<string>, };

/** How a table is read. */
export type ReadOptions = {
/** Name of the encoding; null for workbooks. */
encoding: string | null,
/** One character; null for workbooks. */
delimiter: string | null,
/** Sheet of a workbook. */
sheet: string | null,
/** The row that holds the headings, from 1. */
headerRow: number, };

/** One column of the list. */
export type ImportColumn = {
/** Its place, from 0. */
index: number,
/** Its heading. */
heading: string,
/** Some values that occur. */
samples: Array<string>,
/** What it becomes; null to leave it out. */
target: string | null,
/** Why, in words. */
reason: string,
/** How its words are read. */
words: ColumnWords, };

/** The words of one column. */
export type ColumnWords = {
/** The first 200, those that fit no option before the others, the frequent before the rare; empty
 * unless the target has options. */
words: Array<ImportWord>,
/** How many different ones there are. */
different: number,
/** How many of them fit no option. */
unknown: number, };

/** One word of a column, with how it is read. */
export type ImportWord = {
/** The word in the list. */
word: string,
/** Cells that say it. */
count: number,
/** What it becomes: see `WordMeaning`; null when it fits no option. */
meaning: string | null, };

/** How the person wants one word of a column to be read. */
export type WordMeaning = {
/** The word in the list. */
word: string,
/** An option id, several joined by ` | `, `?` for "don't know yet", `n/a` for "not applicable", `-` for no
 * answer; null leaves it to what the word looks like. */
meaning: string | null, };

/** Asks how the words of one column would be read. */
export type ReadWords = {
/** The list. */
token: string,
/** The column as the person settled it. */
column: MappedColumn, };

/** What a column may become. */
export type ImportTarget = {
/** `name`, `id`, `retired`, `notes`, a question id, `+` and a question id to append with the heading
 * before it, or `#` and a question id for the remark beside its answer. */
id: string,
/** In words. */
label: string,
/** Title of its section; empty for the fixed ones. */
section: string,
/** What its words may become; empty unless it is a choice. */
options: Array<ImportOption>, };

/** What a word of a column may become. */
export type ImportOption = {
/** Option id. */
id: string,
/** In words. */
label: string, };

/** One line of a mapping. */
export type MappedColumn = {
/** The column's place, from 0. */
index: number,
/** What it becomes. */
target: string | null,
/** Words of it that the person wants read in a way of their own. */
words: Array<WordMeaning>, };

/** Reads the chosen list in another way, or under another mapping. */
export type AdjustImport = {
/** The list. */
token: string,
/** How to read it. */
options: ReadOptions,
/** Name of the mapping to follow; null for the suggestion. */
mapping: string | null, };

/** The list with the mapping the person settled on. */
export type MappedImport = {
/** The list. */
token: string,
/** Every column that becomes something. */
columns: Array<MappedColumn>,
/** What to do with rows the file seems to have already; null leaves them out. */
onDuplicate?: DuplicateRule | null, };

/** Keeps the mapping under a name, in this file. */
export type SaveMapping = {
/** The list. */
token: string,
/** Name to keep it under. */
name: string,
/** Every column that becomes something. */
columns: Array<MappedColumn>, };

/** What to do with a row whose record the file seems to have already. */
export type DuplicateRule = "skip" | "add" | "update";

/** The whole statement as it stands today. */
export type SoaScreen = {
/** Its lines: the controls of the standard in its order, then our own. */
rows: Array<SoaRow>,
/** How many stand how. */
counts: SoaCounts,
/** Whether every control of the standard has its record. */
begun: boolean,
/** Signed versions, the oldest first. */
versions: Array<SoaVersion>,
/** What the decision may be. */
decisions: Array<OptionView>,
/** What may call for a control. */
grounds: Array<OptionView>,
/** How far a control may be. */
statuses: Array<OptionView>,
/** Whoever could answer for a control. */
people: Array<RecordLink>,
/** What the next version would say of itself. */
next: NextVersion, };

/** How many lines stand how. */
export type SoaCounts = {
/** Controls of the standard. */
annex: number,
/** Controls of our own. */
own: number,
/** Included. */
included: number,
/** Excluded. */
excluded: number,
/** Not decided. */
undecided: number,
/** Decided without a reason. */
unreasoned: number,
/** With a contradiction. */
contradicted: number,
/** With a suggestion that nobody followed or decided otherwise on. */
suggested: number,
/** With a broken path from risk to approval. */
broken: number,
/** That say something else than the newest signed version. */
changed: number, };

/** One line. */
export type SoaRow = {
/** The same in every version. */
id: string,
/** The record that holds what people said; null as long as nobody did. */
record: string | null,
/** As people refer to it, e.g. `A.8.4`. */
reference: string,
/** What it is called. */
title: string,
/** The topic that groups it; null for a control of our own. */
topic: SoaTopic | null,
/** `included` or `excluded`; null while nobody decided. */
decision: string | null,
/** What calls for it: ids of options. */
grounds: Array<string>,
/** Why it was decided so; empty while nobody said. */
reason: string,
/** Risks whose treatment relies on it. */
risks: Array<RecordLink>,
/** How far it is. */
status: string | null,
/** How it is done. */
how: string,
/** Where it is laid down. */
document: string,
/** Who answers for it. */
owner: RecordLink | null,
/** What shows that it is kept. */
evidence: string,
/** Of which day the newest evidence is. */
evidenceOn: string | null,
/** Files kept with it. */
files: number,
/** By when it is to be in place. */
target: string | null,
/** What does not hold together, the gravest first. */
contradictions: Array<SoaContradiction>,
/** What the file suggests and the decision does not follow: ids of decisions. */
suggests: Array<string>,
/** Broken links of its paths. */
broken: number,
/** Whether it says something else than the newest signed version. */
changed: boolean, };

/** A topic of the standard. */
export type SoaTopic = {
/** As the standard numbers it, e.g. `A.6`. */
reference: string,
/** Its short title. */
title: string, };

/** One thing that does not hold together. */
export type SoaContradiction = {
/** Which. */
code: string,
/** In words. */
words: string,
/** The question whose answer would settle it. */
question: string,
/** Whether a version cannot be signed with it. */
barsSigning: boolean,
/** Records it speaks of. */
records: Array<RecordLink>, };

/** What the next version would say of itself. */
export type NextVersion = {
/** Its number. */
number: number,
/** What it covers: what was said of the last one, or the scope of the management system. */
scope: string,
/** Who approved the last one, or answers for the management system. */
approver: RecordLink | null,
/** In which function. */
function: string, };

/** Names one line. */
export type OneControl = {
/** Its id. */
row: string, };

/** One control with everything beside it. */
export type SoaControl = {
/** Its line. */
row: SoaRow,
/** In our words: what a control of this kind holds. Empty for one of our own. */
holds: string,
/** Whether something written is expected; null where nothing is said. */
documented: boolean | null,
/** Whose the text of the standard is, and where to read it. */
licence: string,
/** What the file suggests. */
proposals: Array<SoaProposal>,
/** What deals with the same matter elsewhere. */
related: Array<SoaRelated>,
/** The paths behind it. */
trails: Array<SoaTrail>,
/** What is asked about it; empty while it has no record. */
questions: Array<QuestionView>,
/** The line before it. */
previous: string | null,
/** The line after it. */
next: string | null,
/** Its place, from 1. */
position: number,
/** How many lines there are. */
of: number, };

/** One suggestion. */
export type SoaProposal = {
/** Which. */
id: string,
/** What it suggests. */
decision: string,
/** With which grounds: ids of options. */
grounds: Array<string>,
/** Why. */
reason: string,
/** The provision it rests on; may be empty. */
cite: string,
/** Whether it holds, or open answers decide. */
holds: boolean,
/** Records it rests on. */
because: Array<RecordLink>,
/** What would have to be answered, about which record. */
open: Array<SoaOpen>, };

/** Questions about one record whose answers decide. */
export type SoaOpen = {
/** The record. */
record: RecordLink,
/** Short names of the questions. */
questions: Array<string>, };

/** A requirement or provision that deals with the same matter. Evidence may be used again; nothing is met by it. */
export type SoaRelated = {
/** The framework it belongs to. */
framework: string,
/** As it is cited. */
reference: string,
/** Its short name. */
title: string,
/** 1 to 10: how much of one is served by evidence for the other. */
strength: number,
/** Duties of ours that lean on it, in words. */
duties: Array<string>, };

/** The paths behind one line. */
export type SoaTrace = {
/** The line. */
row: string,
/** As people refer to it. */
reference: string,
/** What it is called. */
title: string,
/** Its decision; null while nobody decided. */
decision: string | null,
/** Its paths. */
trails: Array<SoaTrail>, };

/** One path from a risk to its approval. */
export type SoaTrail = {
/** The risk it begins with; null where the line is there for another ground. */
risk: RecordLink | null,
/** Its links. */
links: Array<SoaLink>, };

/** One link of a path. */
export type SoaLink = {
/** `risk`, `treatment`, `control`, `evidence` or `approval`. */
step: string,
/** What stands there; empty where nothing does. */
says: string,
/** How it holds. */
hold: LinkHold,
/** Why it does not; empty where it does. */
why: string, };

/** How a link holds. */
export type LinkHold = "whole" | "not-needed" | "broken";

/** Says something about one control, as one act. */
export type DecideControl = {
/** The line. */
row: string,
/** What is said. */
answers: Array<ControlAnswer>, };

/** One thing that is said about a control. */
export type ControlAnswer = {
/** The question. */
question: string,
/** The answer; null withdraws it. */
answer: NewAnswer | null, };

/** Takes suggestions over, as one act. */
export type AdoptSuggestions = {
/** Which: of each line everything that suggests this decision. */
lines: Array<AdoptedLine>, };

/** One line whose suggestions are taken over. */
export type AdoptedLine = {
/** The line. */
row: string,
/** The decision that is taken over. */
decision: string, };

/** Signs the next version. */
export type SignSoa = {
/** What it covers. */
scope: string,
/** The person who approves it. */
approver: string,
/** In which function; may be empty. */
function: string,
/** What is new. */
changes: string, };

/** One signed version. */
export type SoaVersion = {
/** 1, 2, 3, … */
number: number,
/** When it was signed. */
at: string,
/** Who approved it. */
approver: string,
/** In which function; may be empty. */
function: string,
/** What was new. */
changes: string,
/** How many controls it includes. */
included: string,
/** How many it excludes. */
excluded: string,
/** How many lines contradicted something when it was signed. */
contradicted: string,
/** Which content it was made with. */
contentVersion: string,
/** Proof of what was signed. */
sha256: string,
/** Whether it is the one in force. */
stands: boolean, };

/** Compares two versions, or one with today. */
export type CompareSoa = {
/** The earlier version. */
before: number,
/** The later one; null for today. */
after: number | null, };

/** What differs about one control, or about the version itself. */
export type SoaDifference = {
/** The line; empty for what is said of the version itself. */
row: string,
/** As people refer to it. */
reference: string,
/** What it is called. */
title: string,
/** Whether the line came or went as a whole. */
whole: CameOrWent | null,
/** What it says otherwise. */
changes: Array<SoaChange>, };

/** A line that is in one of two versions only. */
export type CameOrWent = "came" | "went";

/** One thing that is said otherwise. */
export type SoaChange = {
/** Which part, by id. */
part: string,
/** What it is called. */
label: string,
/** What it said before; null when it said nothing. */
before: string | null,
/** What it says since; null when it says nothing. */
after: string | null, };

/** What an import would do, before it is done. */
export type DryRun = {
/** Rows that become new systems. */
new: number,
/** Rows that bring a known system up to date. */
updated: number,
/** Rows that change nothing. */
unchanged: number,
/** Records that rows only name and that are not there yet, by kind: entered with the rows. */
linked: Array<Entered>,
/** Rows that cannot come in as they stand. */
refused: number,
/** The first 200 remarks, those that keep a row out before the others. */
problems: Array<RowProblem>,
/** How many remarks there are. */
problemTotal: number, };

/** How many records of a kind are entered. */
export type Entered = {
/** Which. */
kind: Kind,
/** How many. */
count: number, };

/** A remark on a row. */
export type RowProblem = {
/** Row of the source, from 1; 0 for the list as a whole. */
row: number,
/** Heading of the column. */
column: string | null,
/** What, in words. */
text: string,
/** Whether the row stays out because of it. */
refuses: boolean, };

/** What an import did. */
export type Imported = {
/** New systems. */
added: number,
/** Systems brought up to date. */
updated: number,
/** Rows that changed nothing. */
unchanged: number,
/** Vendors, people, models and datasets entered on the way. */
linked: number,
/** Rows that were left out, with their reasons; the first 200. */
refused: Array<RowProblem>,
/** How many rows were left out. */
refusedTotal: number, };

/** The reports there are. */
export type ReportKind = "inventory" | "system" | "classification" | "filter-memo" | "registration" | "duties" | "gaps" | "crosswalk" | "soa" | "soa-difference" | "impact" | "fria" | "risks";

/** One report on offer. */
export type ReportOffer = {
/** Which. */
kind: ReportKind,
/** Its title. */
title: string,
/** What it holds, in one line. */
line: string,
/** For whom. */
forWhom: string,
/** The kind of record it is about; null for the whole file. */
about: Kind | null, };

/** Names one report. */
export type OneReport = {
/** Which. */
kind: ReportKind,
/** The record it is about, for a report about one system. */
record: string | null,
/** The earlier of two versions to compare; null for the last two. */
from?: number | null,
/** The later one. */
to?: number | null, };

/** A report laid out, ready to be paged through. */
export type ReportPreview = {
/** Handle for `preview_page`; the newest preview is kept. */
token: string,
/** Title of the document. */
title: string,
/** Width and height of each page in points. */
sizes: Array<[number, number]>,
/** Bookmarks: title, page from 0, depth from 0. */
outline: Array<OutlineEntry>,
/** Characters that no bundled typeface can show, replaced visibly. */
unprintable: Array<string>, };

/** One bookmark. */
export type OutlineEntry = {
/** Its words. */
title: string,
/** Page, from 0. */
page: number,
/** Depth, from 0. */
depth: number, };

/** Asks for a page of the newest preview. */
export type OnePage = {
/** Handle of the preview. */
token: string,
/** Page, from 0. */
page: number, };

/** One page as a list of things to draw, top left origin, points. Text is drawn as outlines, the
 * same ones the file holds; `text` carries the words for screen readers. */
export type PageDrawing = {
/** Width in points. */
width: number,
/** Height in points. */
height: number,
/** Outlines used on the page, each once, as SVG path data in glyph units, y up. */
glyphs: Array<string>,
/** What is painted, in order. */
items: Array<DrawingItem>,
/** Clickable areas. */
links: Array<DrawingLink>,
/** The words of the page in reading order, one entry per element: for assistive technology. */
text: Array<string>, };

/** One thing painted. */
export type DrawingItem = { "kind": "glyphs",
/** `#rrggbb`. */
colour: string,
/** Left end of the baseline. */
x: number,
/** Height of the baseline. */
y: number,
/** Points per glyph unit. */
scale: number,
/** Rotation about (x, y) in degrees, counter-clockwise. */
rotate: number,
/** Index into `glyphs`, then shift right and up of the start, in points. */
places: Array<[number, number, number]>, } | { "kind": "path",
/** SVG path data in points, y down. */
d: string,
/** Fill `#rrggbb`. */
fill: string | null,
/** Line colour `#rrggbb`. */
stroke: string | null,
/** Line width in points. */
width: number,
/** Dash lengths. */
dash: Array<number>, };

/** A clickable area of a page. */
export type DrawingLink = {
/** Left, top, right, bottom in points. */
area: [number, number, number, number],
/** Page it leads to, from 0. */
page: number,
/** Height on that page. */
y: number,
/** What a screen reader says. */
label: string, };

/** How far a long task is. Sent as the event `progress`. */
export type Progress = {
/** Which task. */
task: Task,
/** Units done. */
done: number,
/** Of how many; 0 while unknown. */
total: number, };

/** The long tasks. One of each runs at a time. */
export type Task = "import" | "report";

/** Names a long task. */
export type OneTask = {
/** Which. */
task: Task, };

/** A report file that was written. */
export type SavedReport = {
/** File name without the folder. */
file: string,
/** Its length in bytes. */
bytes: number,
/** Its pages. */
pages: number, };

/** Asks for a page of the log, newest first. */
export type HistoryQuery = {
/** Only events of this record. */
record: string | null,
/** Only changes of the answer to this question. */
question: string | null,
/** Only events by this actor. */
actor: string | null,
/** Only this action. */
action: string | null,
/** Only events on or after this date, `YYYY-MM-DD` in local time. */
from: string | null,
/** Only events on or before this date. */
to: string | null,
/** Only events with a smaller number, for the next page. */
before: number | null,
/** Rows wanted; at most 200 are given. */
limit: number, };

/** A page of the log. */
export type HistoryPage = {
/** Events, newest first. */
rows: Array<HistoryRow>,
/** Whether older ones match too. */
more: boolean,
/** Everyone who ever changed something. */
actors: Array<string>,
/** Every action there is: id and words. */
actions: Array<ActionName>, };

/** An action with its words. */
export type ActionName = {
/** Its id. */
id: string,
/** In words. */
label: string, };

/** One event. */
export type HistoryRow = {
/** Its number. */
seq: number,
/** Number of the first event of the same act. */
act: number,
/** When. */
at: string,
/** Who. */
actor: string,
/** Action id. */
action: string,
/** Action in words. */
actionText: string,
/** What it happened to. */
record: RecordLink | null,
/** The question, for an answer. */
question: string | null,
/** Its short name. */
label: string | null,
/** Before, in words; null for nothing. */
from: string | null,
/** After, in words; null for nothing. */
to: string | null,
/** Whether the value it wrote can be brought back: an answer or a name that is not the current one. */
restorable: boolean, };

/** Names one event. */
export type OneEvent = {
/** Its number. */
seq: number, };

/** Every command: what it takes (`null` for nothing) and what it answers. */
export interface Commands {
  start_screen: [null, StartScreen];
  suggest_passphrase: [null, string];
  judge_passphrase: [Passphrase, PassphraseAdvice];
  create_file: [CreateFile, SessionView | null];
  create_sample: [CreateSample, SessionView | null];
  choose_file: [null, FileHandle | null];
  open_file: [OpenFile, SessionView];
  forget_recent: [FileToken, Array<FileHandle>];
  session: [null, SessionView | null];
  lock_file: [null, SessionView];
  unlock_file: [Passphrase, SessionView];
  close_file: [null, null];
  change_passphrase: [ChangePassphrase, SessionView];
  check_file: [null, FileCheck];
  undo: [null, Changed<Undone>];
  redo: [null, Changed<Undone>];
  keep_awake: [null, null];
  close_window: [null, null];
  list_backups: [null, Array<BackupSet>];
  take_out_backup: [FileToken, FileHandle | null];
  save_copy: [null, Saved | null];
  texts: [Language, UiTexts];
  journey: [null, Journey];
  to_dos: [null, Array<ToDo>];
  preferences: [null, Preferences];
  save_preferences: [Preferences, Preferences];
  cancel_task: [OneTask, null];
  list_systems: [ListSystems, InventoryPage];
  inventory_facets: [null, InventoryFacets];
  save_view: [SavedView, Changed<Array<SavedView>>];
  delete_view: [OneName, Changed<Array<SavedView>>];
  export_list: [ExportList, Saved | null];
  list_records: [RecordQuery, RecordPage];
  find_records: [RecordSearch, Array<RecordLink>];
  similar_records: [NewRecord, Array<Similar>];
  add_record: [NewRecord, Changed<RecordLink>];
  rename_record: [RenameRecord, Changed<RecordLink>];
  retire_record: [OneRecord, Changed<RecordLink>];
  restore_record: [OneRecord, Changed<RecordLink>];
  show_record: [OneRecord, RecordScreen];
  attach_file: [OneRecord, Changed<AttachmentView | null>];
  save_attachment: [OneAttachment, Saved | null];
  retire_attachment: [OneAttachment, Changed<null>];
  restore_attachment: [OneAttachment, Changed<null>];
  wizard_step: [OneStep, WizardStep];
  record_answer: [RecordAnswer, Changed<WizardStep>];
  assessment_step: [OneAssessmentStep, AssessmentScreen];
  sign_assessment: [SignAssessment, Changed<RevisionView>];
  reopen_assessment: [ReopenAssessment, Changed<null>];
  compare_assessment: [CompareAssessment, Array<DifferenceView>];
  list_impacts: [ListImpacts, ImpactPage];
  impact_table: [OneRecord, ImpactTable];
  add_impact: [AddImpact, Changed<RecordLink>];
  make_risk: [OneRecord, Changed<RecordLink>];
  classification_question: [OneClassification, ClassificationScreen];
  classification_turns: [OneRecord, Array<Turn>];
  classification_result: [OneResult, ClassificationResult];
  list_classifications: [ListClassifications, ClassificationPage];
  sign_classification: [SignClassification, Changed<RevisionView>];
  reopen_classification: [ReopenClassification, Changed<null>];
  compare_classification: [CompareClassification, Array<DifferenceView>];
  changed_classifications: [null, Array<ChangedClassification>];
  list_triage: [ListTriage, TriagePage];
  triage_answers: [TriageAnswers, Changed<null>];
  list_duties: [ListDuties, DutyPage];
  explain_duty: [OneDuty, DutyDetail];
  see_to_duty: [SeeToDuty, Changed<RecordLink>];
  list_risks: [ListRisks, RiskPage];
  show_risk: [OneRecord, RiskScreen];
  choose_controls: [ChooseControls, Changed<null>];
  risk_catalogue: [null, Array<CatalogueLine>];
  pick_risks: [PickRisks, Changed<Array<RecordLink>>];
  show_method: [OneRecord, MethodScreen];
  list_methods: [null, Array<MethodVersion>];
  begin_method: [BeginMethod, Changed<RecordLink>];
  approve_method: [ApproveMethod, Changed<null>];
  list_actions: [ListActions, ActionPage];
  add_action: [NewAction, Changed<RecordLink>];
  answer_together: [AnswerTogether, Changed<RecordLink>];
  list_incidents: [null, Array<IncidentView>];
  compare_frameworks: [CompareFrameworks, FrameworkComparison];
  count_overlap: [CountOverlap, OverlapView];
  legal_gaps: [null, LegalGaps];
  list_smells: [null, Array<SmellView>];
  list_gap_runs: [null, GapRuns];
  begin_gap_run: [BeginGapRun, Changed<RecordLink>];
  gap_run: [OneRecord, GapScreen];
  judge_requirement: [JudgeRequirement, Changed<GapJudged>];
  attach_to_requirement: [OneRequirement, Changed<GapJudged | null>];
  gap_results: [OneRecord, GapResults];
  add_gap_action: [AddGapAction, Changed<RecordLink>];
  sign_gap_run: [SignGapRun, Changed<GapSigned>];
  reopen_gap_run: [ReopenGapRun, Changed<null>];
  soa_screen: [null, SoaScreen];
  soa_control: [OneControl, SoaControl];
  soa_traces: [null, Array<SoaTrace>];
  begin_soa: [null, Changed<number>];
  decide_control: [DecideControl, Changed<number>];
  adopt_suggestions: [AdoptSuggestions, Changed<number>];
  sign_soa: [SignSoa, Changed<number>];
  compare_soa: [CompareSoa, Array<SoaDifference>];
  choose_list: [null, ImportScreen | null];
  adjust_import: [AdjustImport, ImportScreen];
  read_words: [ReadWords, ColumnWords];
  try_import: [MappedImport, DryRun];
  run_import: [MappedImport, Changed<Imported>];
  save_mapping: [SaveMapping, Changed<Array<string>>];
  delete_mapping: [OneName, Changed<Array<string>>];
  list_reports: [null, Array<ReportOffer>];
  preview_report: [OneReport, ReportPreview];
  preview_page: [OnePage, PageDrawing];
  save_report: [OneReport, SavedReport | null];
  list_history: [HistoryQuery, HistoryPage];
  restore_value: [OneEvent, Changed<Undone>];
}

/** Every event the window may hear, with its payload. */
export interface Events {
  menu: MenuCommand;
  progress: Progress;
  /** Something the person did not do, in words: why the file was locked, or let go of. */
  notice: string;
  /** Something that keeps failing beside the person's work, in words. */
  warning: string;
  /** The file was locked, unlocked or closed from outside the page. */
  session: SessionView | null;
  /** Another start asked for this file. */
  'file-waiting': FileHandle;
  /** The window is about to close: save what is queued, then call `close_window`. */
  closing: null;
}
