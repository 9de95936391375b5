-- The backend's truth as last applied, with the cursor. May be thrown away and fetched again.

CREATE TABLE meta (
    name  TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) WITHOUT ROWID;

-- The property, its offerings and its units.
CREATE TABLE entities (
    kind    INTEGER NOT NULL,
    id      BLOB NOT NULL,
    version INTEGER NOT NULL,
    doc     BLOB NOT NULL,
    PRIMARY KEY (kind, id)
) WITHOUT ROWID;

CREATE TABLE reservations (
    id        BLOB NOT NULL,
    version   INTEGER NOT NULL,
    arrival   INTEGER NOT NULL,
    departure INTEGER NOT NULL,
    doc       BLOB NOT NULL
);
