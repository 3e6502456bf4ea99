-- How many gaps the generation before had, of a run whose gaps are asked again after it went out with them.
ALTER TABLE run ADD COLUMN refilling BIGINT;
