-- Who may sign in, where, and the sessions open.
CREATE TABLE account (
    id            BLOB PRIMARY KEY,
    "user"        TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    role          TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    is_disabled   INTEGER NOT NULL
) STRICT;

CREATE TABLE membership (
    account  BLOB NOT NULL REFERENCES account (id),
    property BLOB NOT NULL,
    PRIMARY KEY (account, property)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
    id         BLOB PRIMARY KEY,
    account    BLOB NOT NULL REFERENCES account (id),
    device     BLOB NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A spent token stays for its grace, so that a desk that asked twice is not signed out.
CREATE TABLE session_token (
    hash     BLOB PRIMARY KEY,
    session  BLOB NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    spent_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX session_token_by_session ON session_token (session);
