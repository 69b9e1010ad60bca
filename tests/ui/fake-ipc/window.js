// Stands in for the other side in a plain browser: same commands, same shapes, values from the repository's
// own content. It keeps no file and proves nothing about the real commands; it exists to look at screens.
// Runs in the page before anything else; `FIXTURE` is put in front of it.
/* global FIXTURE */
(() => {
  const { questionnaires, sample, texts, options } = FIXTURE;
  const prefixes = { organisation: 'ORG', system: 'AI', vendor: 'VEN', model: 'MOD', dataset: 'DAT', person: 'PER', duty: 'DUT', incident: 'INC' };
  const NOW = '2026-11-22T10:42:00.000Z';
  const byKind = Object.fromEntries(questionnaires.map((one) => [one.about, one]));
  const records = [];
  const events = [];
  let session = null;
  let preferences = { actor: 'Mara Lindqvist', language: 'en', theme: options.theme ?? 'system', lockAfterMinutes: 15, keepRecent: true, zoom: 100 };
  let views = [];
  let matches = ['Ours'];
  const listeners = {};

  const link = ({ id, kind, reference, name, retired }) => ({ id, kind, reference, name, retired: Boolean(retired) });
  function enter(kind, name) {
    const number = records.filter((one) => one.kind === kind).length + 1;
    const record = { id: `${kind}-${number}`, kind, reference: `${prefixes[kind]}-${String(number).padStart(3, '0')}`, name, retired: null, answers: {}, created: '2026-10-02T09:00:00.000Z', changed: NOW, attachments: [] };
    records.push(record);
    return record;
  }
  const named = (kind, name) => records.find((one) => one.kind === kind && one.name === name) ?? enter(kind, name);

  function answerOf(question, raw) {
    const table = raw !== null && typeof raw === 'object' && !Array.isArray(raw);
    const note = table && raw.note ? raw.note : '';
    if (table && 'not-known' in raw) return { state: 'not-known', askedOf: raw['not-known'] ? link(named('person', raw['not-known'])) : null, note };
    if (table && 'not-applicable' in raw) return { state: 'not-applicable', reason: raw['not-applicable'], note };
    const value = table && 'value' in raw ? raw.value : raw;
    const list = Array.isArray(value) ? value : [value];
    const forms = {
      text: () => ({ kind: 'text', text: String(value).trim() }), 'long-text': () => ({ kind: 'text', text: String(value).trim() }),
      words: () => ({ kind: 'words', words: list }), single: () => ({ kind: 'one', option: value }), multi: () => ({ kind: 'many', options: list }),
      date: () => ({ kind: 'date', date: String(value).slice(0, 10) }), number: () => ({ kind: 'number', number: Number(value) }), scale: () => ({ kind: 'number', number: Number(value) }),
      record: () => ({ kind: 'records', records: list.map((name) => link(named(question.record, name))) }),
      records: () => ({ kind: 'records', records: list.map((name) => link(named(question.record, name))) }),
    };
    return { state: 'given', value: forms[question.kind](), note };
  }
  function load() {
    const raw = options.empty ? sample.filter((one) => one.kind === 'organisation').map((one) => ({ ...one, answers: {} })) : sample;
    for (const one of raw) named(one.kind, one.name);
    for (const one of raw) {
      const record = named(one.kind, one.name);
      if (one.retired) record.retired = '2026-11-02T09:00:00.000Z';
      for (const [id, value] of Object.entries(one.answers ?? {})) {
        const question = byKind[one.kind].question.find((each) => each.id === id);
        if (question) record.answers[id] = answerOf(question, value);
      }
    }
    for (let extra = 0; extra < (options.many ?? 0); extra += 1) {
      const copy = records.find((one) => one.kind === 'system');
      const record = enter('system', `${['Invoice reader', 'Shift planner', 'Chat assistant for tenants', 'Demand forecast'][extra % 4]} ${extra + 1}`);
      record.answers = copy.answers;
    }
    session = { organisation: records[0].name, organisationId: records[0].id, file: 'veldkamp.aims', encrypted: true, sample: !options.empty, locked: false, readOnly: null, actor: preferences.actor, undo: options.empty ? null : 'answered “Review due” of AI-003 Consumer credit score', redo: null, saved: NOW, contentVersion: 'inventory 1', fileId: '7c1e2f3a-90ab-4c1d-8e2f-a04f11223344' };
  }

  function truth(condition, answers) {
    const [operator, value] = Object.entries(condition)[0];
    const and = (list) => (list.includes(false) ? false : list.includes(null) ? null : true);
    if (operator === 'all') return and(value.map((part) => truth(part, answers)));
    if (operator === 'any') { const list = value.map((part) => truth(part, answers)); return list.includes(true) ? true : list.includes(null) ? null : false; }
    if (operator === 'not') { const inner = truth(value, answers); return inner === null ? null : !inner; }
    const answer = answers[value[0]];
    if (!answer || answer.state === 'not-known') return null;
    if (answer.state === 'not-applicable') return false;
    const given = answer.value;
    if (operator === 'at_least') return given.kind === 'number' && given.number >= value[1];
    return given.kind === 'one' ? given.option === value[1] : given.kind === 'many' && given.options.includes(value[1]);
  }
  const standing = (question, answers) => {
    const shown = !question.show_when || truth(question.show_when, answers) === true;
    const answer = answers[question.id];
    if (!shown) return answer ? 'set-aside' : 'hidden';
    return !answer ? 'open' : answer.state === 'given' ? 'answered' : answer.state;
  };
  function progress(questions, answers) {
    const counts = { asked: 0, settled: 0, toFindOut: 0, requiredOpen: 0 };
    for (const question of questions) {
      const at = standing(question, answers);
      if (at === 'hidden' || at === 'set-aside') continue;
      counts.asked += 1;
      if (at === 'not-known') counts.toFindOut += 1;
      if (at === 'answered' || at === 'not-applicable') counts.settled += 1;
      else if (question.required) counts.requiredOpen += 1;
    }
    return counts;
  }
  const sectionViews = (sheet, answers) => sheet.section.map((section) => ({ id: section.id, title: section.title, intro: section.intro ?? '', progress: progress(sheet.question.filter((one) => one.section === section.id), answers) }))
    .map((one, index) => ({ ...one, minutesLeft: Math.ceil((sheet.section[index].minutes ?? 0) * (one.progress.asked - one.progress.settled) / Math.max(1, one.progress.asked)) }));
  const asked = (condition) => Object.entries(condition).flatMap(([operator, value]) => (operator === 'not' ? asked(value) : ['all', 'any'].includes(operator) ? value.flatMap(asked) : [value[0]]));
  const find = (id) => records.find((one) => one.id === id) ?? refuse('gone', 'This record is no longer there. Go back to the list.');
  function refuse(code, message, field = null) { throw { code, message, field }; }

  function step({ record: id, section }) {
    const record = find(id);
    const sheet = byKind[record.kind];
    const sections = sectionViews(sheet, record.answers);
    const shown = sections.filter((one) => one.progress.asked > 0);
    const at = section ?? (shown.find((one) => one.progress.settled < one.progress.asked) ?? shown[0]).id;
    const place = sections.findIndex((one) => one.id === at);
    return {
      record: link(record), title: sheet.title, sections, section: at, position: place + 1,
      minutesLeft: sections.reduce((sum, one) => sum + one.minutesLeft, 0),
      previous: sections[place - 1]?.id ?? null, next: sections[place + 1]?.id ?? null, progress: progress(sheet.question, record.answers),
      questions: sheet.question.filter((one) => one.section === at).map((one) => ({
        id: one.id, kind: one.kind, label: one.label, prompt: one.prompt, hint: one.hint ?? '', why: one.why ?? '', cite: one.cite ?? '', good: one.good ?? '', weak: one.weak ?? '',
        options: (one.options ?? []).map((option) => ({ id: option.id, label: option.label, then: option.then ?? '' })), linksTo: one.record ?? null, required: one.required ?? false,
        standing: standing(one, record.answers), answer: record.answers[one.id] ?? null,
        shownBecauseOf: one.show_when ? [...new Set(asked(one.show_when))].map((other) => sheet.question.find((each) => each.id === other)?.label ?? other) : [],
      })),
    };
  }
  function words(question, answer) {
    if (!answer) return null;
    if (answer.state === 'not-known') return answer.askedOf ? answer.askedOf.name : null;
    if (answer.state === 'not-applicable') return answer.reason;
    const { value } = answer;
    const label = (option) => question.options.find((one) => one.id === option)?.label ?? option;
    const forms = { text: () => value.text, words: () => value.words.join(', '), one: () => label(value.option), many: () => value.options.map(label).join(', ') || 'none of these', date: () => value.date, number: () => String(value.number), records: () => value.records.map((one) => one.name).join(', ') };
    return forms[value.kind]();
  }
  function changed(value, topics, label) {
    if (label) { session.undo = label; session.redo = null; }
    session.saved = new Date().toISOString();
    return { value, changed: ['journey', 'history', ...topics], at: session.saved, undo: session.undo, redo: session.redo };
  }
  const systems = (retired = false) => records.filter((one) => one.kind === 'system' && Boolean(one.retired) === retired);
  const optionOf = (record, id) => (record.answers[id]?.value?.kind === 'one' ? record.answers[id].value.option : null);
  const linkOf = (record, id) => record.answers[id]?.value?.records?.[0] ?? null;
  const dateOf = (record, id) => record.answers[id]?.value?.date ?? null;
  const overdue = (record) => { const due = dateOf(record, 'review-due'); return due !== null && due < '2026-11-22'; };

  function matching({ search, filters }) {
    return systems(filters.retired).filter((one) => {
      const text = `${one.name} ${one.reference} ${JSON.stringify(one.answers)}`.toLowerCase();
      const scope = { yes: 'in', no: 'out' }[optionOf(one, 'in-aims-scope')] ?? 'undecided';
      return search.toLowerCase().split(/\s+/).every((word) => text.includes(word))
        && (filters.stage.length === 0 || filters.stage.includes(optionOf(one, 'lifecycle-stage')))
        && (filters.owner.length === 0 || filters.owner.includes(linkOf(one, 'owner')?.id))
        && (filters.vendor.length === 0 || filters.vendor.includes(linkOf(one, 'vendor')?.id))
        && (filters.scope === null || filters.scope === scope)
        && (filters.review === null || (filters.review === 'overdue' && overdue(one)) || (filters.review === 'none' && dateOf(one, 'review-due') === null));
    });
  }
  const columns = [
    ['reference', 'Ref', 'text', true], ['name', 'System', 'text', true], ['business-unit', 'Unit', 'text', true], ['lifecycle-stage', 'Stage', 'text', true], ['act-roles', 'Our roles', 'text', true],
    ['owner', 'Owner', 'text', true], ['vendor', 'Vendor', 'text', false], ['review-due', 'Review due', 'date', true], ['in-aims-scope', 'In scope', 'text', false], ['progress', 'Answered', 'progress', true], ['changed', 'Last changed', 'date', false],
  ].map(([id, title, kind, standard]) => ({ id, title, kind, standard, sortable: true }));
  const cell = (record, column) => {
    const question = byKind.system.question.find((one) => one.id === column);
    if (question) return words(question, record.answers[column]);
    return { reference: record.reference, name: record.name, changed: record.changed }[column] ?? null;
  };
  const facet = (id, name) => {
    const found = new Map();
    for (const one of systems()) { const key = name(one); if (key) { const entry = found.get(key.id) ?? { ...key, count: 0 }; entry.count += 1; found.set(key.id, entry); } }
    return [...found.values()];
  };

  const commands = {
    start_screen: () => ({ recent: options.recent === false ? [] : [
      { token: 'a', name: 'veldkamp.aims', organisation: 'Veldkamp Retail Credit B.V.', folder: 'Documents', opened: '2026-11-21T16:20:00Z', encrypted: true, found: true },
      { token: 'b', name: 'stadtwerke-2026.aims', organisation: 'Stadtwerke Lindental', folder: 'Clients', opened: '2026-11-12T08:00:00Z', encrypted: false, found: true }], waiting: null, preferences, version: '0.1.0', session }),
    suggest_passphrase: () => 'lantern orbit velvet mustard canyon thirteen',
    judge_passphrase: ({ passphrase }) => (passphrase.length < 8 ? { strength: 'hopeless', advice: 'Someone who has the file would find it within hours.' } : passphrase.length < 16 ? { strength: 'weak', advice: 'It would hold for some weeks.' } : { strength: 'good', advice: 'It would hold for years against someone who has the file.' }),
    create_file: ({ organisation }) => { options.empty = true; records.length = 0; load(); records[0].name = organisation; session.organisation = organisation; return session; },
    create_sample: () => { load(); return session; },
    choose_file: () => ({ token: 'a', name: 'veldkamp.aims', organisation: null, folder: 'Documents', opened: null, encrypted: true, found: true }),
    open_file: ({ passphrase }) => { if (passphrase !== null && passphrase !== 'correct') refuse('wrong-passphrase', 'This passphrase does not open the file. Check capitals and spaces, and try again.'); load(); return session; },
    forget_recent: () => [],
    session: () => session, lock_file: () => { session.locked = true; return session; },
    unlock_file: ({ passphrase }) => { if (passphrase !== 'correct') refuse('wrong-passphrase', 'This passphrase does not open the file. Check capitals and spaces, and try again.'); session.locked = false; return session; },
    close_file: () => { session = null; return null; }, change_passphrase: () => session,
    check_file: () => ({ sound: true, events: 1284, head: '9f86d081884c7d659a2feaa0c55ad015', findings: [] }), keep_awake: () => null, close_window: () => null,
    texts: () => ({ language: 'en', languages: ['en'], texts }),
    journey() {
      const organisation = sectionViews(byKind.organisation, records[0].answers);
      const complete = systems().filter((one) => progress(byKind.system.question, one.answers).requiredOpen === 0).length;
      const first = systems().find((one) => progress(byKind.system.question, one.answers).requiredOpen > 0);
      const others = records.filter((one) => !['system', 'organisation'].includes(one.kind)).length;
      const state = (done, total) => (total === 0 || done === 0 ? 'not-started' : done === total ? 'done' : 'under-way');
      const done = organisation.filter((one) => one.progress.settled === one.progress.asked).length;
      const next = first ? step({ record: first.id, section: null }) : null;
      return { steps: [
        { id: 'organisation', state: state(done, organisation.length), done, total: organisation.length },
        { id: 'inventory', state: systems().some(overdue) ? 'attention' : systems().length > 0 ? 'under-way' : 'not-started', done: complete, total: systems().length },
        { id: 'records', state: others > 0 ? 'under-way' : 'not-started', done: 0, total: others },
        { id: 'reports', state: systems().length > 0 ? 'under-way' : 'not-started', done: 0, total: systems().length }],
      toDos: commands.to_dos().length, neededOpen: systems().reduce((sum, one) => sum + progress(byKind.system.question, one.answers).requiredOpen, 0),
      next: next ? { kind: 'continue-system', record: next.record, section: next.section, sectionTitle: next.sections.find((one) => one.id === next.section).title, question: null, open: next.progress.requiredOpen } : { kind: 'add-first-system', record: null, section: null, sectionTitle: null, question: null, open: 0 } };
    },
    to_dos: () => records.flatMap((record) => Object.entries(record.answers).filter(([, answer]) => answer.state === 'not-known').map(([id, answer]) => {
      const question = byKind[record.kind].question.find((one) => one.id === id);
      return { kind: 'not-known', record: link(record), section: question.section, question: id, label: question.label, askedOf: answer.askedOf, when: record.changed, note: answer.note };
    })).concat(systems().filter(overdue).map((record) => ({ kind: 'review-overdue', record: link(record), section: 'review', question: 'review-due', label: 'Review due', askedOf: null, when: dateOf(record, 'review-due'), note: '' }))),
    undo: () => { const done = session.undo; session.undo = null; session.redo = done; return { ...changed({ done }, ['inventory']), redo: done }; },
    redo: () => { const done = session.redo; return { ...changed({ done }, ['inventory']), undo: done, redo: null }; },
    preferences: () => preferences, save_preferences: (wanted) => (preferences = wanted), cancel_task: () => null,
    list_systems({ query, offset, limit }) {
      const found = matching(query);
      const sign = query.sort.descending ? -1 : 1;
      const key = (one) => cell(one, query.sort.column) ?? '￿';
      found.sort((a, b) => sign * key(a).localeCompare(key(b), 'en', { numeric: true }));
      return { matching: found.length, total: systems().length, rows: found.slice(offset, offset + limit).map((one) => ({ record: link(one), cells: query.columns.map((column) => cell(one, column)), reviewDue: dateOf(one, 'review-due'), overdue: overdue(one), ...progress(byKind.system.question, one.answers) })) };
    },
    inventory_facets: () => ({ columns, stages: facet('lifecycle-stage', (one) => optionOf(one, 'lifecycle-stage') && { id: optionOf(one, 'lifecycle-stage'), label: cell(one, 'lifecycle-stage') }),
      owners: facet('owner', (one) => linkOf(one, 'owner') && { id: linkOf(one, 'owner').id, label: linkOf(one, 'owner').name }), vendors: facet('vendor', (one) => linkOf(one, 'vendor') && { id: linkOf(one, 'vendor').id, label: linkOf(one, 'vendor').name }),
      counts: { total: systems().length, inScope: systems().filter((one) => optionOf(one, 'in-aims-scope') === 'yes').length, undecided: systems().filter((one) => optionOf(one, 'in-aims-scope') === null).length, overdue: systems().filter(overdue).length, incomplete: systems().filter((one) => progress(byKind.system.question, one.answers).requiredOpen > 0).length, retired: systems(true).length }, views }),
    save_view: (view) => { views = [...views, view]; return changed(views, ['settings']); },
    delete_view: ({ name }) => { views = views.filter((one) => one.name !== name); return changed(views, ['settings']); },
    export_list: ({ format }) => ({ file: `ai-inventory.${format}`, bytes: 12345 }),
    list_records({ kind, search, retired, offset, limit }) {
      const found = records.filter((one) => one.kind === kind && Boolean(one.retired) === retired && one.name.toLowerCase().includes(search.toLowerCase()));
      return { total: found.length, rows: found.slice(offset, offset + limit).map((one) => ({ record: link(one), used: usedBy(one).length, changed: one.changed, ...progress(byKind[kind].question, one.answers) })) };
    },
    find_records: ({ kind, search }) => records.filter((one) => one.kind === kind && !one.retired && one.name.toLowerCase().includes(search.toLowerCase())).slice(0, 20).map(link),
    similar_records: ({ kind, name }) => records.filter((one) => one.kind === kind && (one.name.toLowerCase().includes(name.toLowerCase()) || name.toLowerCase().includes(one.name.toLowerCase()))).slice(0, 5).map((one) => ({ record: link(one), same: one.name.toLowerCase() === name.toLowerCase() })),
    add_record: ({ kind, name }) => changed(link(enter(kind, name)), ['inventory', 'records', 'session'], `added ${name}`),
    rename_record: ({ record, name }) => { find(record).name = name; return changed(link(find(record)), [`record:${record}`, 'inventory', 'records'], `renamed ${name}`); },
    retire_record: ({ record }) => { find(record).retired = NOW; return changed(link(find(record)), [`record:${record}`, 'inventory', 'records'], `retired ${find(record).name}`); },
    restore_record: ({ record }) => { find(record).retired = null; return changed(link(find(record)), [`record:${record}`, 'inventory', 'records'], `restored ${find(record).name}`); },
    show_record({ record: id }) {
      const record = find(id);
      const sheet = byKind[record.kind];
      const facts = sheet.question.filter((one) => standing(one, record.answers) !== 'hidden').map((one) => ({ section: one.section, question: one.id, label: one.label, standing: standing(one, record.answers), text: words({ options: [], ...one }, record.answers[one.id]), records: record.answers[one.id]?.value?.records ?? [], note: record.answers[one.id]?.note ?? '' }));
      return { record: link(record), created: record.created, changed: record.changed, retiredAt: record.retired, questionnaire: sheet.title, sections: sectionViews(sheet, record.answers), facts, usedBy: usedBy(record), attachments: record.attachments,
        missing: sheet.question.filter((one) => one.required && ['open', 'not-known'].includes(standing(one, record.answers))).map((one) => ({ section: one.section, question: one.id, label: one.label })), reviewDue: dateOf(record, 'review-due'), overdue: overdue(record) };
    },
    attach_file: ({ record }) => { const file = { id: `f${find(record).attachments.length}`, name: 'data-processing-agreement.pdf', size: 482133, sha256: '0'.repeat(64), added: NOW, retired: false }; find(record).attachments.push(file); return changed(file, [`record:${record}`], 'attached a file'); },
    save_attachment: () => ({ file: 'data-processing-agreement.pdf', bytes: 482133 }),
    retire_attachment: ({ record, attachment }) => { find(record).attachments.find((one) => one.id === attachment).retired = true; return changed(null, [`record:${record}`], 'retired a file'); },
    restore_attachment: ({ record, attachment }) => { find(record).attachments.find((one) => one.id === attachment).retired = false; return changed(null, [`record:${record}`], 'brought back a file'); },
    wizard_step: step,
    record_answer({ record: id, question, answer }) {
      if (globalThis.FAIL_SAVES) refuse('failed', 'The disk is full. Make room and try again.');
      const record = find(id);
      if (answer === null) delete record.answers[question];
      else {
        const kept = structuredClone(answer);
        if (kept.value?.kind === 'records') kept.value.records = kept.value.records.map((one) => link(find(one)));
        if (kept.askedOf) kept.askedOf = link(find(kept.askedOf));
        record.answers[question] = kept;
      }
      const asking = byKind[record.kind].question.find((one) => one.id === question);
      return changed(step({ record: id, section: asking.section }), [`record:${id}`, 'inventory', 'to-dos'], `answered “${asking.label}” of ${record.reference} ${record.name}`);
    },
    choose_list: () => importScreen(), adjust_import: ({ options: read, mapping }) => ({ ...importScreen(), options: read, mapping }),
    try_import: () => ({ new: 2041, updated: 12, unchanged: 71, linked: [{ kind: 'vendor', count: 31 }, { kind: 'person', count: 6 }], refused: 9, problemTotal: 3, problems: [
      { row: 14, column: 'Date', text: '“Q3 2024” is not a date; the system comes in without it.', refuses: false }, { row: 88, column: 'Use Case Name', text: 'The name is empty, so there is nothing to call the system by.', refuses: true }, { row: 1201, column: 'Stage', text: '“Paused?” fits no stage; choose one after the import.', refuses: false }] }),
    run_import: async () => { for (let done = 0; done <= 2133; done += 711) { emit('progress', { task: 'import', done, total: 2133 }); await new Promise((resolve) => setTimeout(resolve, 30)); } return changed({ added: 2041, updated: 12, unchanged: 71, linked: 37, refused: [], refusedTotal: 9 }, ['inventory'], 'imported us-federal-2024.csv'); },
    read_words: columnWords,
    save_mapping: ({ name }) => { matches = [...new Set([...matches, name])]; return changed([...matches], ['settings']); },
    delete_mapping: ({ name }) => { matches = matches.filter((one) => one !== name); return changed([...matches], ['settings']); },
    list_reports: () => [{ kind: 'inventory', title: 'AI inventory register', line: 'Every AI system with owner, purpose, roles, stage and review date, and what is still open.', forWhom: 'For management, auditors and customers', about: null }, { kind: 'system', title: 'AI system record', line: 'Everything known of one system, question by question, with sources and open points.', forWhom: 'For the system’s owner and the auditor who follows one system end to end', about: 'system' }],
    preview_report: ({ kind, record }) => ({ token: 'p', title: kind === 'system' ? `AI system record: ${find(record).name}` : 'AI inventory register', sizes: [[595.28, 841.89], [595.28, 841.89], [841.89, 595.28]], outline: [{ title: 'Cover', page: 0, depth: 0 }, { title: 'Where we stand', page: 1, depth: 0 }, { title: 'Systems', page: 2, depth: 0 }, { title: 'In use', page: 2, depth: 1 }], unprintable: [] }),
    preview_page: ({ page }) => (FIXTURE.pages ?? [])[page] ?? { width: page === 2 ? 841.89 : 595.28, height: page === 2 ? 595.28 : 841.89, glyphs: [], links: [], text: ["A page of the stand-in"], items: [
      { kind: 'path', d: 'M85 0V335', fill: null, stroke: '#5e2a5f', width: 1.7, dash: [] }, { kind: 'path', d: 'M78 335h14l-7 20z', fill: '#5e2a5f', stroke: null, width: 0, dash: [] },
      ...[0, 1, 2, 3, 4, 5].map((line) => ({ kind: 'path', d: `M120 ${440 + line * 18}h${300 - line * 30}v8h-${300 - line * 30}z`, fill: '#dcd8ce', stroke: null, width: 0, dash: [] }))] },
    save_report: () => ({ file: 'ai-inventory-register.pdf', bytes: 184213, pages: 3 }),
    list_history: ({ record, before }) => {
      if (events.length === 0) {
        let seq = 1284;
        for (const one of systems().slice(0, 6)) for (const [id, answer] of Object.entries(one.answers).slice(0, 4)) {
          const question = byKind.system.question.find((each) => each.id === id);
          events.push({ seq, act: seq, at: new Date(Date.parse(NOW) - (1284 - seq) * 2700000).toISOString(), actor: seq % 3 ? 'Mara Lindqvist' : 'J. de Boer', action: 'answer-recorded', actionText: 'Answer recorded', record: link(one), question: id, label: question.label, from: seq % 2 ? null : 'An earlier wording of this answer', to: words({ options: [], ...question }, answer), restorable: seq % 2 === 0 });
          seq -= 1;
        }
      }
      const rows = events.filter((one) => (!record || one.record?.id === record) && (!before || one.seq < before));
      return { rows, more: false, actors: ['J. de Boer', 'Mara Lindqvist'], actions: [{ id: 'answer-recorded', label: 'Answer recorded' }, { id: 'record-added', label: 'Record entered' }] };
    },
    restore_value: () => changed({ done: 'brought back' }, ['inventory']),
  };
  function usedBy(record) {
    return records.flatMap((one) => Object.entries(one.answers).filter(([, answer]) => answer.value?.records?.some((each) => each.id === record.id)).map(([id]) => ({ record: link(one), label: byKind[one.kind].question.find((each) => each.id === id).label })));
  }
  function importScreen() {
    const headings = ['Use Case Name', 'Agency', 'Purpose and Benefits', 'Stage of Development', 'Date Initiated', 'PII', 'Unnamed: 7'];
    const becomes = [['name', 'The heading says “name” and every value is short and different.'], ['business-unit', 'The heading is a word for a part of the organisation.'], ['intended-purpose', 'The heading says “purpose” and the values are sentences.'], ['lifecycle-stage', 'The values fit the stages: 5 of 6 words are known.'], ['first-used', 'Every value is a date.'], ['personal-data', 'The heading is a common short form for personal data.'], [null, 'No heading and mostly empty.']];
    return { token: 'i', file: 'us-federal-2024.csv', options: { encoding: 'windows-1252', delimiter: ',', sheet: null, headerRow: 1 }, sheets: [], encodings: ['utf-8', 'windows-1252', 'utf-16le'], delimiters: [',', ';', '\t', '|'], rows: 2133,
      columns: headings.map((heading, index) => ({ index, heading: heading.startsWith('Unnamed') ? '' : heading, samples: [['Topic modelling of comments', 'Crop yield estimation'], ['Department of Agriculture', 'Energy'], ['Sorts public comments by subject so that analysts read them faster'], ['Operation and Maintenance', 'Initiated'], ['2023-04-01', '2022-11-15'], ['Yes', 'No'], []][index], target: becomes[index][0], reason: becomes[index][1], words: columnWords({ column: { index, target: becomes[index][0], words: [] } }) })),
      targets: [...['name', 'reference', 'retired', 'notes'].map((id) => ({ id, label: id[0].toUpperCase() + id.slice(1), section: '', options: [] })), ...byKind.system.question.map((one) => ({ id: one.id, label: one.label, section: byKind.system.section.find((each) => each.id === one.section).title, options: (one.options ?? []).map(({ id, label }) => ({ id, label })) }))],
      preview: [['Topic modelling of comments', 'Department of Agriculture', 'Sorts public comments by subject', 'Operation and Maintenance', '2023-04-01', 'No', ''], ['Crop yield estimation', 'Department of Agriculture', 'Estimates yields from satellite pictures', 'Initiated', '2022-11-15', 'No', '']], mappings: [...matches, 'US federal 2024'], saved: [...matches], mapping: 'US federal 2024', remarks: [] };
  }
  function columnWords({ column }) {
    const found = { 'lifecycle-stage': [['Paused?', 12, null], ['Operation and Maintenance', 1204, 'in-use'], ['Initiated', 530, 'idea'], ['Acquisition and/or Development', 387, 'development']], 'personal-data': [['No', 1900, 'no'], ['Yes', 233, 'yes']] }[column.target] ?? [];
    const words = found.map(([word, count, meaning]) => ({ word, count, meaning: column.words.find((one) => one.word === word)?.meaning ?? meaning }));
    return { words, different: words.length, unknown: words.filter((one) => one.meaning === null).length };
  }
  function emit(name, payload) { for (const run of listeners[name] ?? []) run({ payload }); }

  if (options.open !== false) load();
  if (options.locked) session.locked = true;
  globalThis.__TAURI__ = {
    core: { invoke: async (name, args) => { await new Promise((resolve) => setTimeout(resolve, 2)); return structuredClone(await commands[name](args?.request ?? {})); } },
    event: { listen: async (name, run) => { (listeners[name] ??= new Set()).add(run); return () => listeners[name].delete(run); } },
  };
  globalThis.EMIT = emit;
})();
