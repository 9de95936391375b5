-- Commands with their answers, so that the same one twice has one effect and one answer, and who asked
-- for what is known.
CREATE TABLE command (
    id       BLOB PRIMARY KEY,
    property BLOB NOT NULL,
    device   BLOB NOT NULL,
    n        INTEGER NOT NULL,
    hash     TEXT NOT NULL,
    type     TEXT NOT NULL,
    account  BLOB NOT NULL,
    actor    TEXT NOT NULL,
    at       INTEGER NOT NULL,
    seq      INTEGER, -- none: refused
    answer   TEXT NOT NULL
) STRICT;
CREATE INDEX command_by_age ON command (at);

CREATE TABLE device (
    id            BLOB PRIMARY KEY,
    settled_below INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Work that follows from changes, done by the workers under a lease and a fence.
CREATE TABLE work (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        INTEGER NOT NULL,
    property    BLOB NOT NULL,
    reservation BLOB NOT NULL,
    payment     BLOB NOT NULL,
    refund      BLOB,
    due_at      INTEGER NOT NULL,
    lease_until INTEGER NOT NULL DEFAULT 0,
    fence       INTEGER NOT NULL DEFAULT 0,
    attempts    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX work_by_due ON work (kind, due_at);
CREATE INDEX work_by_payment ON work (payment);
