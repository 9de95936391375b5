-- Nights of units and slots of stock are held by stays, blocks and leases alike (docs/adr/0204).
CREATE TABLE unit_night_of_holders (
    unit   BLOB NOT NULL,
    night  INTEGER NOT NULL,
    kind   INTEGER NOT NULL,
    holder BLOB NOT NULL,
    PRIMARY KEY (unit, night)
) STRICT, WITHOUT ROWID;
INSERT INTO unit_night_of_holders (unit, night, kind, holder) SELECT unit, night, 0, reservation FROM unit_night;
DROP TABLE unit_night;
ALTER TABLE unit_night_of_holders RENAME TO unit_night;

CREATE TABLE stock_night_of_holders (
    offering     BLOB NOT NULL,
    night        INTEGER NOT NULL,
    capacity     INTEGER NOT NULL,
    out_of_order INTEGER NOT NULL DEFAULT 0,
    taken        INTEGER NOT NULL DEFAULT 0,
    leased       INTEGER NOT NULL DEFAULT 0,
    free         INTEGER NOT NULL GENERATED ALWAYS AS (capacity - out_of_order - taken - leased) STORED,
    PRIMARY KEY (offering, night),
    CHECK (out_of_order >= 0 AND taken >= 0 AND leased >= 0 AND free >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO stock_night_of_holders (offering, night, capacity, taken, leased)
    SELECT offering, night, capacity, taken, leased FROM stock_night;
DROP TABLE stock_night;
ALTER TABLE stock_night_of_holders RENAME TO stock_night;
