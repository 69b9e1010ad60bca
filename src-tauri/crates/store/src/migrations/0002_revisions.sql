-- 2026-11: signed assessments.
-- What was signed is kept as canonical JSON under its SHA-256, equal outcomes once. Nothing here is ever
-- changed or deleted: a signed assessment that is opened again gets a row that says so.

CREATE TABLE frozen (
    sha256 BLOB PRIMARY KEY NOT NULL CHECK (length(sha256) = 32),
    text   TEXT NOT NULL
) STRICT;

-- `day` is the reference date of the outcome, `event` the event of the sign-off.
CREATE TABLE revision (
    subject         TEXT    NOT NULL REFERENCES record (id),
    questionnaire   TEXT    NOT NULL,
    number          INTEGER NOT NULL CHECK (number > 0),
    event           INTEGER NOT NULL UNIQUE,
    at              INTEGER NOT NULL,
    signer          TEXT    NOT NULL CHECK (signer <> ''),
    signer_role     TEXT    NOT NULL,
    remark          TEXT    NOT NULL,
    day             TEXT    NOT NULL,
    content_version TEXT    NOT NULL,
    sha256          BLOB    NOT NULL REFERENCES frozen (sha256),
    PRIMARY KEY (subject, questionnaire, number)
) STRICT;

CREATE TABLE reopening (
    subject       TEXT    NOT NULL,
    questionnaire TEXT    NOT NULL,
    number        INTEGER NOT NULL,
    event         INTEGER NOT NULL UNIQUE,
    at            INTEGER NOT NULL,
    reason        TEXT    NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (subject, questionnaire, number),
    FOREIGN KEY (subject, questionnaire, number) REFERENCES revision (subject, questionnaire, number)
) STRICT;

CREATE TRIGGER frozen_is_never_changed BEFORE UPDATE ON frozen
BEGIN SELECT RAISE(ABORT, 'what was signed is append-only'); END;
CREATE TRIGGER frozen_is_never_deleted BEFORE DELETE ON frozen
BEGIN SELECT RAISE(ABORT, 'what was signed is append-only'); END;
CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
BEGIN SELECT RAISE(ABORT, 'what was signed is append-only'); END;
CREATE TRIGGER revision_is_never_deleted BEFORE DELETE ON revision
BEGIN SELECT RAISE(ABORT, 'what was signed is append-only'); END;
CREATE TRIGGER reopening_is_never_changed BEFORE UPDATE ON reopening
BEGIN SELECT RAISE(ABORT, 'what was signed is append-only'); END;
CREATE TRIGGER reopening_is_never_deleted BEFORE DELETE ON reopening
BEGIN SELECT RAISE(ABORT, 'what was signed is append-only'); END;
