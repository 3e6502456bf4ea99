-- How often a report was made, the time that is going included: a refill is the second.
ALTER TABLE run ADD COLUMN generation BIGINT NOT NULL DEFAULT 1;

UPDATE run SET generation = 2 WHERE refilling IS NOT NULL;

ALTER TABLE delivery ADD COLUMN generation BIGINT NOT NULL DEFAULT 1;

UPDATE delivery SET generation = 2 WHERE file LIKE '%artifacts-2%';
