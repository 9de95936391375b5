-- Who is in house, where guests stay by the night: nobody else is checked in into their unit, and who has not
-- left by the departure keeps it tonight. Filled from the reservations by the program (inhousetable.h).
CREATE TABLE in_house (
    reservation BLOB PRIMARY KEY,
    offering    BLOB NOT NULL,
    unit        BLOB UNIQUE, -- none: several units, or a second guest of a time when that was possible
    departure   INTEGER NOT NULL,
    quantity    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX in_house_by_offering ON in_house (offering, departure);

-- What one thing was like at a version that somebody saw (docs/adr/0191).
CREATE INDEX change_by_version ON change (id, version);
