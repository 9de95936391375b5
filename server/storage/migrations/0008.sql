-- By which ids the payment provider knows what it was asked for: card payments and refunds to cards. An id
-- used for two reservations would be one charge at the provider and two here (docs/adr/0116).
CREATE TABLE provider_order (
    id          BLOB PRIMARY KEY,
    reservation BLOB NOT NULL
) STRICT, WITHOUT ROWID;
