-- What guests and managers look at: views that the mypage worker keeps up, one row a reservation each.
CREATE TABLE reservation_list (
    reservation BLOB PRIMARY KEY,
    property    BLOB NOT NULL,
    version     INTEGER NOT NULL, -- of the reservation it was made of
    at          INTEGER NOT NULL,
    row         TEXT NOT NULL
) STRICT;

CREATE TABLE management_list (
    reservation BLOB PRIMARY KEY,
    property    BLOB NOT NULL,
    version     INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    arrival     INTEGER NOT NULL,
    is_open     INTEGER NOT NULL, -- neither in house nor over
    row         TEXT NOT NULL
) STRICT;
CREATE INDEX management_by_arrival ON management_list (property, is_open, arrival);

-- Which generation of a reservation's links is good; without a row the first.
CREATE TABLE guest_link (
    reservation BLOB PRIMARY KEY,
    generation  INTEGER NOT NULL
) STRICT;
