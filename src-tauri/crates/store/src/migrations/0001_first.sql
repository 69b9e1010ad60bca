-- 2026-11: the first form of a client file.
-- Times are microseconds since 1970-01-01T00:00:00Z. Records are named by UUID; `place` only ties a
-- record to its row in the full-text index.

CREATE TABLE meta (
    one            INTEGER PRIMARY KEY CHECK (one = 1),
    file_id        TEXT    NOT NULL CHECK (length(file_id) = 36),
    created        INTEGER NOT NULL,
    created_by     TEXT    NOT NULL,
    minimum_reader INTEGER NOT NULL
) STRICT;

-- The highest number given out per kind: a number is never given twice, even after an undo.
CREATE TABLE numbering (
    kind TEXT    PRIMARY KEY NOT NULL,
    last INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
    place   INTEGER PRIMARY KEY,
    id      TEXT    NOT NULL UNIQUE CHECK (length(id) = 36),
    kind    TEXT    NOT NULL,
    number  INTEGER NOT NULL CHECK (number > 0),
    name    TEXT    NOT NULL CHECK (name <> ''),
    folded  TEXT    NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    retired INTEGER,
    UNIQUE (kind, number)
) STRICT;
CREATE INDEX record_current ON record (kind, number) WHERE retired IS NULL;
CREATE INDEX record_by_name ON record (kind, folded, number);
CREATE INDEX record_by_changed ON record (kind, changed, number);
CREATE UNIQUE INDEX record_organisation ON record (kind) WHERE kind = 'organisation';

-- `value` is canonical JSON. `key` is what lists sort and filter by: an option, an ISO date, a number,
-- or the first folded characters of a text. Linked records stand in `link` alone.
CREATE TABLE answer (
    record   TEXT    NOT NULL REFERENCES record (id),
    question TEXT    NOT NULL,
    state    TEXT    NOT NULL CHECK (state IN ('given', 'not-applicable', 'not-known')),
    value    TEXT,
    key      ANY,
    note     TEXT    NOT NULL,
    changed  INTEGER NOT NULL,
    PRIMARY KEY (record, question)
) STRICT;
CREATE INDEX answer_by_key ON answer (question, state, key, record);
CREATE INDEX answer_not_known ON answer (record, question) WHERE state = 'not-known';

-- The chosen options of answers that may have several.
CREATE TABLE choice (
    question TEXT NOT NULL,
    option   TEXT NOT NULL,
    record   TEXT NOT NULL,
    PRIMARY KEY (question, option, record),
    FOREIGN KEY (record, question) REFERENCES answer (record, question)
) STRICT, WITHOUT ROWID;
CREATE INDEX choice_of_answer ON choice (record, question);

-- Records an answer names, from place 1 on; at place 0 the person asked to find an answer out.
CREATE TABLE link (
    origin   TEXT    NOT NULL,
    question TEXT    NOT NULL,
    place    INTEGER NOT NULL CHECK (place >= 0),
    target   TEXT    NOT NULL REFERENCES record (id),
    PRIMARY KEY (origin, question, place),
    FOREIGN KEY (origin, question) REFERENCES answer (record, question)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_to ON link (target, question, place, origin);
CREATE INDEX link_by_question ON link (question, target, origin);

CREATE TABLE setting (
    name  TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One content is kept once, however often it is attached.
CREATE TABLE content (
    sha256 BLOB    PRIMARY KEY NOT NULL CHECK (length(sha256) = 32),
    size   INTEGER NOT NULL CHECK (size >= 0)
) STRICT, WITHOUT ROWID;
CREATE TABLE content_chunk (
    sha256 BLOB    NOT NULL REFERENCES content (sha256),
    place  INTEGER NOT NULL CHECK (place >= 0),
    bytes  BLOB    NOT NULL CHECK (length(bytes) <= 262144),
    PRIMARY KEY (sha256, place)
) STRICT;
CREATE TABLE attachment (
    id      TEXT    PRIMARY KEY NOT NULL CHECK (length(id) = 36),
    record  TEXT    NOT NULL REFERENCES record (id),
    name    TEXT    NOT NULL CHECK (name <> ''),
    sha256  BLOB    NOT NULL REFERENCES content (sha256),
    added   INTEGER NOT NULL,
    retired INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_of ON attachment (record);

-- The log. `aspect` says which part of the subject: a question, a setting, an attachment.
-- `undoes` names the act that this event's act takes back.
CREATE TABLE event (
    seq          INTEGER PRIMARY KEY CHECK (seq > 0),
    act          INTEGER NOT NULL CHECK (act > 0 AND act <= seq),
    at           INTEGER NOT NULL,
    actor        TEXT    NOT NULL,
    action       TEXT    NOT NULL,
    subject      TEXT,
    aspect       TEXT,
    undoes       INTEGER,
    payload_hash BLOB    NOT NULL CHECK (length(payload_hash) = 32),
    hash         BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX event_about ON event (subject, aspect, seq);
CREATE INDEX event_act ON event (act, undoes, action) WHERE seq = act;

-- Values stand apart from the log, so that one can be erased on legal demand while the chain holds.
CREATE TABLE event_value (
    seq     INTEGER PRIMARY KEY REFERENCES event (seq),
    salt    BLOB    NOT NULL CHECK (length(salt) = 16),
    payload TEXT    NOT NULL
) STRICT;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER event_value_is_never_changed BEFORE UPDATE ON event_value
BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;

CREATE VIRTUAL TABLE search USING fts5 (
    reference, name, body,
    content = '', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
