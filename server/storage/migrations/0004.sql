-- Work is about more than payments. Items of one subject are taken up in their order, one at a time;
-- those whose subject is sixteen zero bytes in none.
ALTER TABLE work RENAME COLUMN payment TO subject;
DROP INDEX work_by_payment;
CREATE INDEX work_by_subject ON work (subject, id);
