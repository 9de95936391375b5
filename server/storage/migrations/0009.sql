-- How often something was tried lately, over all processes: from when on all turns are there again
-- (docs/adr/0132).
CREATE TABLE turn (
    key     BLOB PRIMARY KEY,
    free_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
