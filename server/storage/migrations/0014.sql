-- To whom a device belongs: the account that signed in there first, and the hash of the key by which it is
-- known again; none while only programs without keys have signed in (docs/adr/0165).
CREATE TABLE device_owner (
    device  BLOB PRIMARY KEY,
    account BLOB NOT NULL,
    key     BLOB
) STRICT, WITHOUT ROWID;

-- Which numbers of an account's commands from a device have been seen at a property, and which of them are
-- settled at the desk. Nobody moves another account's mark.
CREATE TABLE device_mark (
    device        BLOB NOT NULL,
    account       BLOB NOT NULL,
    property      BLOB NOT NULL,
    seen_below    INTEGER NOT NULL,
    settled_below INTEGER NOT NULL,
    PRIMARY KEY (device, account, property)
) STRICT, WITHOUT ROWID;

INSERT INTO device_owner (device, account)
SELECT device, account
FROM (SELECT device, account, row_number() OVER (PARTITION BY device ORDER BY at, id) AS place
      FROM command) AS used
WHERE place = 1;

INSERT INTO device_owner (device, account)
SELECT device, account
FROM (SELECT device, account, row_number() OVER (PARTITION BY device ORDER BY id) AS place
      FROM session) AS used
WHERE place = 1
ON CONFLICT (device) DO NOTHING;

-- A mark beyond what was seen had been moved by somebody else, or by mistake.
INSERT INTO device_mark (device, account, property, seen_below, settled_below)
SELECT seen.device, seen.account, seen.property, seen.below,
       CASE WHEN device.settled_below BETWEEN 0 AND seen.below THEN device.settled_below ELSE seen.below END
FROM (SELECT device, account, property, max(n) + 1 AS below
      FROM command
      WHERE n BETWEEN 0 AND 4611686018427387903
      GROUP BY device, account, property) AS seen
JOIN device ON device.id = seen.device;

DROP TABLE device;
