-- A guest's data can be erased (docs/adr/0195): the audit keeps its facts, but not from where a guest came.
DROP TRIGGER audit_is_not_changed;
CREATE TRIGGER audit_keeps_its_facts BEFORE UPDATE OF number, property, at, command, type, code, seq, account, actor, role, channel, device, reservation, changes ON audit BEGIN
    SELECT RAISE(ABORT, 'the audit is only added to');
END;

-- Refusals show the reservation as it was.
CREATE INDEX command_refused ON command (property) WHERE seq IS NULL;

-- What a thing was like before, where the change to that is not here (any more): it was loaded, or is older than
-- what is kept. Somebody may still have it before them (docs/adr/0191).
ALTER TABLE change ADD COLUMN before TEXT;
