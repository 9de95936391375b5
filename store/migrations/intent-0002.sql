-- The backends that this desk has worked with, each by the key that it proves itself by (empty: it has
-- proven none), and as which device the desk is known there. What is kept belongs to one of them and is
-- shown and sent to no other.
CREATE TABLE backends (
    id         INTEGER PRIMARY KEY,
    key        TEXT NOT NULL,
    server     TEXT NOT NULL, -- where it was last signed in at
    device     BLOB NOT NULL,
    former_key TEXT NOT NULL, -- of the device: the one that the backend has confirmed
    next_key   TEXT NOT NULL  -- and the one that is shown next
);
INSERT INTO backends
SELECT 1, '', coalesce((SELECT value FROM meta WHERE name = 'last-server'), ''), value, '', ''
FROM meta WHERE name = 'device';
DELETE FROM meta WHERE name = 'device';

ALTER TABLE people ADD COLUMN backend INTEGER NOT NULL DEFAULT 1;
ALTER TABLE outbox ADD COLUMN backend INTEGER NOT NULL DEFAULT 1;
ALTER TABLE receipts ADD COLUMN backend INTEGER NOT NULL DEFAULT 1;
ALTER TABLE cards ADD COLUMN backend INTEGER NOT NULL DEFAULT 1;
