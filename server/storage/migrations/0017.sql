-- Rows of the kinds without a table of their own: `kind` is the place in the list of domain/entities.h.
CREATE TABLE entity_row (
    property BLOB NOT NULL REFERENCES property (id),
    kind     INTEGER NOT NULL,
    id       BLOB NOT NULL,
    version  INTEGER NOT NULL,
    row      TEXT NOT NULL,
    PRIMARY KEY (property, kind, id)
) STRICT, WITHOUT ROWID;
