-- Which transaction of a writing connection was committed last, one row a connection: how another one finds
-- out about a commit whose answer was lost (docs/adr/0150). PostgreSQL only; SQLite loses no answers.
CREATE TABLE commit_token (
    connection BLOB PRIMARY KEY, -- a name of its own, never used again
    turn       INTEGER NOT NULL, -- of its transactions; those of a closed connection fail here
    is_closed  INTEGER NOT NULL,
    at         INTEGER NOT NULL  -- seconds since 1970, by the server's clock
) STRICT, WITHOUT ROWID;
