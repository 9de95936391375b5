-- Sessions are looked at and ended by people; a refresh token that is shown again after its successor was used
-- ends its session; and desks are known at the whole installation for as long as they come.
ALTER TABLE session ADD COLUMN opened_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN renewed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE session ADD COLUMN address TEXT NOT NULL DEFAULT '';
UPDATE session SET opened_at = expires_at - 2592000000, renewed_at = expires_at - 2592000000; -- thirty days

-- The token it was given for; none: the sign-in. A void one was never used, and its parent was exchanged again.
ALTER TABLE session_token ADD COLUMN parent BLOB;
ALTER TABLE session_token ADD COLUMN is_void INTEGER NOT NULL DEFAULT 0;
CREATE INDEX session_token_by_parent ON session_token (parent);

CREATE TABLE known_desk (
    account BLOB NOT NULL REFERENCES account (id),
    device  BLOB NOT NULL,
    seen_at INTEGER NOT NULL,
    PRIMARY KEY (account, device)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_desk_by_time ON known_desk (seen_at);
INSERT INTO known_desk (account, device, seen_at)
    SELECT account, device, max(renewed_at) FROM session GROUP BY account, device;
