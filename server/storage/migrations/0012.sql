-- What the provider gave for cards that guests left with their requests, sealed; gone with the card
-- (docs/adr/0187).
CREATE TABLE kept_card (
    reservation BLOB PRIMARY KEY,
    sealed      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Which guests hold stock unpaid, by telephone number, where a workflow limits it (docs/adr/0185).
CREATE TABLE unpaid_order (
    property    BLOB NOT NULL,
    phone       TEXT NOT NULL,
    reservation BLOB NOT NULL,
    PRIMARY KEY (property, phone, reservation)
) STRICT, WITHOUT ROWID;
