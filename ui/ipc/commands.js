// @ts-check
/** The only door to the other side: one function per command, one listener per event. */
import { publish } from '../lib/changes.js';
import { during } from '../lib/ready.js';


/** What was refused or went wrong, ready to be shown; `code` only where the front end acts on it. */
export class CommandError extends Error {
  /** @param {import('./types.js').WireError} wire */
  constructor({ code, message, field }) {
    super(message);
    this.code = code;
    this.field = field;
  }
}

/** @type {{ core: { invoke(name: string, args?: object): Promise<any> }, event: { listen(name: string, run: (event: { payload: any }) => void): Promise<() => void> } }} */
const tauri = /** @type {any} */ (globalThis).__TAURI__;

/** @type {string | null} */
let savedAt = null;

/** When the newest change of this window was saved. */
export function lastSaved() {
  return savedAt;
}

/**
 * @param {string} name @param {object} [request]
 * @returns {Promise<any>}
 */
async function call(name, request) {
  try {
    return await during(tauri.core.invoke(name, request === undefined ? undefined : { request }));
  } catch (error) {
    throw isWireError(error) ? new CommandError(error) : error;
  }
}

/** @param {unknown} error @returns {error is import('./types.js').WireError} */
function isWireError(error) {
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

/**
 * A change of the file: tells every view concerned, then answers the value.
 * @param {string} name @param {object} [request]
 * @returns {Promise<any>}
 */
async function change(name, request) {
  /** @type {import('./types.js').Changed<any>} */
  const { value, changed, at, undo, redo } = await call(name, request);
  savedAt = at;
  for (const listener of labelListeners) listener({ undo, redo, at });
  publish(changed);
  return value;
}

/** @typedef {{ undo: string | null, redo: string | null, at: string }} Labels */
/** @type {Set<(labels: Labels) => void>} */
const labelListeners = new Set();

/** Hears what undo and redo would do after each change. @param {(labels: Labels) => void} listener */
export function onChangeSaved(listener) {
  labelListeners.add(listener);
}

/** @param {string} name @param {(payload: any) => void} run */
function listen(name, run) {
  const ended = tauri.event.listen(name, (event) => run(event.payload));
  return () => void ended.then((end) => end());
}

// The window and the file

/** @returns {Promise<import('./types.js').StartScreen>} */
export const startScreen = () => call('start_screen');
/** @param {string | null} language @returns {Promise<import('./types.js').UiTexts>} */
export const texts = (language) => call('texts', { language });
/** @param {import('./types.js').CreateFile} request @returns {Promise<import('./types.js').SessionView | null>} null: no place was chosen */
export const createFile = (request) => call('create_file', request);
/** @param {import('./types.js').CreateSample} request @returns {Promise<import('./types.js').SessionView | null>} */
export const createSample = (request) => call('create_sample', request);
/** @param {string} passphrase @returns {Promise<import('./types.js').PassphraseAdvice>} */
export const judgePassphrase = (passphrase) => call('judge_passphrase', { passphrase });
/** @returns {Promise<import('./types.js').FileHandle | null>} */
export const chooseFile = () => call('choose_file');
/** @param {import('./types.js').OpenFile} request @returns {Promise<import('./types.js').SessionView>} */
export const openFile = (request) => call('open_file', request);
/** @param {string} token @returns {Promise<void>} */
export const forgetRecent = (token) => call('forget_recent', { token });
/** @returns {Promise<void>} */
export const closeFile = () => call('close_file');
/** @returns {Promise<void>} */
export const lockFile = () => call('lock_file');
/** @param {string} passphrase @returns {Promise<import('./types.js').SessionView>} */
export const unlockFile = (passphrase) => call('unlock_file', { passphrase });
/** @returns {Promise<import('./types.js').SessionView>} */
export const session = () => call('session');
/** @param {import('./types.js').ChangePassphrase} request @returns {Promise<void>} */
export const changePassphrase = (request) => call('change_passphrase', request);
/** @returns {Promise<import('./types.js').FileCheck>} */
export const checkFile = () => call('check_file');
/** @returns {Promise<void>} */
export const closeWindow = () => call('close_window');

// The desk

/** @returns {Promise<import('./types.js').Journey>} */
export const journey = () => call('journey');
/** @returns {Promise<import('./types.js').ToDo[]>} */
export const toDos = () => call('to_dos');
/** @returns {Promise<import('./types.js').Undone>} */
export const undo = () => change('undo');
/** @returns {Promise<import('./types.js').Undone>} */
export const redo = () => change('redo');

// The inventory

/** @param {import('./types.js').ListSystems} request @returns {Promise<import('./types.js').InventoryPage>} */
export const listSystems = (request) => call('list_systems', request);
/** @returns {Promise<import('./types.js').InventoryFacets>} */
export const inventoryFacets = () => call('inventory_facets');
/** @param {import('./types.js').SavedView} request @returns {Promise<void>} */
export const saveView = (request) => change('save_view', request);
/** @param {string} name @returns {Promise<void>} */
export const deleteView = (name) => change('delete_view', { name });
/** @param {import('./types.js').ExportList} request @returns {Promise<import('./types.js').Saved | null>} */
export const exportList = (request) => call('export_list', request);

// Records

/** @param {import('./types.js').RecordQuery} request @returns {Promise<import('./types.js').RecordPage>} */
export const listRecords = (request) => call('list_records', request);
/** @param {import('./types.js').Kind} kind @param {string} search @returns {Promise<import('./types.js').RecordLink[]>} */
export const findRecords = (kind, search) => call('find_records', { kind, search });
/** @param {import('./types.js').Kind} kind @param {string} name @returns {Promise<import('./types.js').Similar[]>} */
export const similarRecords = (kind, name) => call('similar_records', { kind, name });
/** @param {import('./types.js').Kind} kind @param {string} name @returns {Promise<import('./types.js').RecordLink>} */
export const addRecord = (kind, name) => change('add_record', { kind, name });
/** @param {string} record @param {string} name @returns {Promise<import('./types.js').RecordLink>} */
export const renameRecord = (record, name) => change('rename_record', { record, name });
/** @param {string} record @returns {Promise<import('./types.js').RecordLink>} */
export const retireRecord = (record) => change('retire_record', { record });
/** @param {string} record @returns {Promise<import('./types.js').RecordLink>} */
export const restoreRecord = (record) => change('restore_record', { record });
/** @param {string} record @returns {Promise<import('./types.js').RecordScreen>} */
export const showRecord = (record) => call('show_record', { record });
/** @param {string} record @returns {Promise<import('./types.js').AttachmentView | null>} */
export const attachFile = (record) => change('attach_file', { record });
/** @param {import('./types.js').OneAttachment} request @returns {Promise<import('./types.js').Saved | null>} */
export const saveAttachment = (request) => call('save_attachment', request);
/** @param {import('./types.js').OneAttachment} request @returns {Promise<void>} */
export const retireAttachment = (request) => change('retire_attachment', request);

// The wizard

/** @param {import('./types.js').OneStep} request @returns {Promise<import('./types.js').WizardStep>} */
export const wizardStep = (request) => call('wizard_step', request);
/** @param {import('./types.js').RecordAnswer} request @returns {Promise<unknown>} */
export const recordAnswer = (request) => change('record_answer', request);

// Import

/** @returns {Promise<import('./types.js').ImportScreen | null>} */
export const chooseList = () => call('choose_list');
/** @param {import('./types.js').AdjustImport} request @returns {Promise<import('./types.js').ImportScreen>} */
export const adjustImport = (request) => call('adjust_import', request);
/** @param {import('./types.js').MappedImport} request @returns {Promise<import('./types.js').DryRun>} */
export const tryImport = (request) => call('try_import', request);
/** @param {import('./types.js').MappedImport} request @returns {Promise<import('./types.js').Imported>} */
export const runImport = (request) => change('run_import', request);
/** @param {import('./types.js').SaveMapping} request @returns {Promise<void>} */
export const saveMapping = (request) => change('save_mapping', request);
/** @param {import('./types.js').Task} task @returns {Promise<void>} */
export const cancelTask = (task) => call('cancel_task', { task });

// Reports

/** @returns {Promise<import('./types.js').ReportOffer[]>} */
export const listReports = () => call('list_reports');
/** @param {import('./types.js').OneReport} request @returns {Promise<import('./types.js').ReportPreview>} */
export const previewReport = (request) => call('preview_report', request);
/** @param {import('./types.js').OnePage} request @returns {Promise<import('./types.js').PageDrawing>} */
export const previewPage = (request) => call('preview_page', request);
/** @param {import('./types.js').OneReport} request @returns {Promise<import('./types.js').SavedReport | null>} */
export const saveReport = (request) => call('save_report', request);

// History

/** @param {import('./types.js').HistoryQuery} request @returns {Promise<import('./types.js').HistoryPage>} */
export const listHistory = (request) => call('list_history', request);
/** @param {number} seq @returns {Promise<void>} */
export const restoreValue = (seq) => change('restore_value', { seq });

// Settings

/** @param {import('./types.js').Preferences} request @returns {Promise<import('./types.js').Preferences>} */
export const savePreferences = (request) => call('save_preferences', request);

// Events

/** @param {(command: import('./types.js').MenuCommand) => void} run */
export const onMenu = (run) => listen('menu', run);
/** @param {(progress: import('./types.js').Progress) => void} run */
export const onProgress = (run) => listen('progress', run);
/** @param {(session: import('./types.js').SessionView | null) => void} run */
export const onSession = (run) => listen('session', run);
/** @param {() => void} run */
export const onClosing = (run) => listen('closing', run);
