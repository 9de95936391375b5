-- What the operators and managers read. Every command that was carried out or refused, with who asked,
-- from where, and what it changed; nothing of it is ever changed or taken out again (docs/adr/0096).
CREATE TABLE audit (
    number      INTEGER PRIMARY KEY AUTOINCREMENT,
    property    BLOB NOT NULL,
    at          INTEGER NOT NULL,
    command     BLOB NOT NULL,
    type        TEXT NOT NULL,
    code        TEXT NOT NULL, -- empty: applied
    seq         INTEGER,
    account     BLOB NOT NULL,
    actor       TEXT NOT NULL,
    role        TEXT NOT NULL,
    channel     TEXT NOT NULL,
    address     TEXT NOT NULL,
    device      BLOB,
    reservation BLOB,
    changes     TEXT NOT NULL
) STRICT;
CREATE INDEX audit_by_property ON audit (property, number);
CREATE INDEX audit_by_reservation ON audit (reservation, number) WHERE reservation IS NOT NULL;

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit is only added to');
END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit is only added to');
END;

-- What each process says of itself every few seconds, a row for each of its roles.
CREATE TABLE role_report (
    process TEXT NOT NULL,
    role    TEXT NOT NULL,
    at      INTEGER NOT NULL,
    breaker TEXT NOT NULL, -- empty: it has none
    PRIMARY KEY (process, role)
) STRICT, WITHOUT ROWID;

-- The payment provider's books compared with ours, day by day.
CREATE TABLE reconciliation (
    property BLOB NOT NULL,
    day      INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    report   TEXT NOT NULL,
    PRIMARY KEY (property, day)
) STRICT, WITHOUT ROWID;
