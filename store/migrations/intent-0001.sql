-- What only this desk knows. In clear: ids, dates, states, numbers. Everything else is sealed.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- People who have signed in here: their data key, wrapped by a key derived from their password, and
-- who they are (sealed by the data key), so that they get in while the line is down.
CREATE TABLE people (
    server      TEXT NOT NULL,
    user        TEXT NOT NULL,
    key_id      INTEGER NOT NULL,
    salt        BLOB NOT NULL,
    operations  INTEGER NOT NULL,
    memory      INTEGER NOT NULL,
    wrapped_key BLOB NOT NULL,
    profile     BLOB NOT NULL,
    PRIMARY KEY (server, user, key_id)
) WITHOUT ROWID;

-- Commands kept and not settled. state: 0 waiting, 1 sent at least once, 2 applied at receipt_seq but
-- the change itself has not come yet.
CREATE TABLE outbox (
    n             INTEGER PRIMARY KEY,
    id            BLOB NOT NULL UNIQUE,
    property      BLOB NOT NULL,
    account       BLOB NOT NULL,
    reservation   BLOB,
    business_date INTEGER NOT NULL,
    state         INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),
    attempts      INTEGER NOT NULL DEFAULT 0,
    receipt_seq   INTEGER,
    epoch         BLOB,
    key_id        INTEGER NOT NULL,
    body          BLOB NOT NULL
);

-- Commands that were applied: kept for as long as the backend may turn out to have been restored to
-- a time before them.
CREATE TABLE receipts (
    n        INTEGER PRIMARY KEY,
    id       BLOB NOT NULL UNIQUE,
    property BLOB NOT NULL,
    account  BLOB NOT NULL,
    epoch    BLOB NOT NULL,
    seq      INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    key_id   INTEGER NOT NULL,
    body     BLOB NOT NULL
);
CREATE INDEX receipts_by_time ON receipts (at);

-- Dead letters: refused, or never decided because what they depend on was refused. A person closes
-- them.
CREATE TABLE cards (
    n         INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE,
    property  BLOB NOT NULL,
    account   BLOB NOT NULL,
    is_parked INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    key_id    INTEGER NOT NULL,
    body      BLOB NOT NULL,
    error     BLOB NOT NULL,
    current   BLOB
);
