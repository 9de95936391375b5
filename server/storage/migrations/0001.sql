-- What a property is and holds. Instants are milliseconds since 1970 (UTC), dates days since 1970,
-- ids 16 bytes, rows the JSON texts that travel.
CREATE TABLE installation (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE property (
    id      BLOB PRIMARY KEY,
    name    TEXT NOT NULL,
    version INTEGER NOT NULL,
    row     TEXT NOT NULL
) STRICT;

-- One number a transaction, in the order of the commits. A cursor below `lowest` is gone.
CREATE TABLE property_clock (
    property BLOB PRIMARY KEY REFERENCES property (id),
    seq      INTEGER NOT NULL,
    lowest   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE offering (
    id       BLOB PRIMARY KEY,
    property BLOB NOT NULL REFERENCES property (id),
    version  INTEGER NOT NULL,
    row      TEXT NOT NULL
) STRICT;
CREATE INDEX offering_by_property ON offering (property);

CREATE TABLE unit (
    id       BLOB PRIMARY KEY,
    property BLOB NOT NULL REFERENCES property (id),
    offering BLOB NOT NULL REFERENCES offering (id),
    version  INTEGER NOT NULL,
    row      TEXT NOT NULL
) STRICT;
CREATE INDEX unit_by_property ON unit (property);

CREATE TABLE reservation (
    number    INTEGER PRIMARY KEY,
    property  BLOB NOT NULL REFERENCES property (id),
    id        BLOB NOT NULL,
    version   INTEGER NOT NULL,
    arrival   INTEGER NOT NULL,
    departure INTEGER NOT NULL,
    reach     INTEGER NOT NULL,
    row       TEXT NOT NULL,
    UNIQUE (id)
) STRICT;
CREATE INDEX reservation_by_departure ON reservation (property, departure);
CREATE INDEX reservation_beyond_dates ON reservation (property, reach, departure) WHERE reach > 0;

-- The database itself refuses to give a unit twice for a night.
CREATE TABLE unit_night (
    unit        BLOB NOT NULL,
    night       INTEGER NOT NULL,
    reservation BLOB NOT NULL,
    PRIMARY KEY (unit, night)
) STRICT, WITHOUT ROWID;

-- And to sell more than there is. A slot that nobody has taken from has no row yet.
CREATE TABLE stock_night (
    offering BLOB NOT NULL,
    night    INTEGER NOT NULL,
    capacity INTEGER NOT NULL,
    taken    INTEGER NOT NULL DEFAULT 0,
    leased   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (offering, night),
    CHECK (taken >= 0 AND leased >= 0 AND taken + leased <= capacity)
) STRICT, WITHOUT ROWID;

-- What each numbered transaction wrote. Where a reservation stood before and after tells a window
-- whether it came, stayed or left.
CREATE TABLE change (
    property         BLOB NOT NULL,
    seq              INTEGER NOT NULL,
    ordinal          INTEGER NOT NULL,
    at               INTEGER NOT NULL,
    command          BLOB,
    entity           INTEGER NOT NULL,
    id               BLOB NOT NULL,
    version          INTEGER NOT NULL,
    before_arrival   INTEGER,
    before_departure INTEGER,
    before_reach     INTEGER,
    after_arrival    INTEGER,
    after_departure  INTEGER,
    after_reach      INTEGER,
    row              TEXT NOT NULL,
    PRIMARY KEY (property, seq, ordinal)
) STRICT;
