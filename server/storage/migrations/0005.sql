-- By how many reservations a unit is held that they share (a branch that hands books out): whom the next
-- one goes to follows from it, nothing else, so it begins with what is assigned from now on.
CREATE TABLE shared_unit (
    unit    BLOB PRIMARY KEY,
    holders INTEGER NOT NULL CHECK (holders >= 0)
) STRICT, WITHOUT ROWID;
