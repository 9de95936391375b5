-- Made once the bulk of a snapshot is in: sorting at the end is several times cheaper than keeping
-- order during it.
CREATE UNIQUE INDEX IF NOT EXISTS reservations_by_id ON reservations (id);
CREATE INDEX IF NOT EXISTS reservations_by_stay ON reservations (arrival, departure);
