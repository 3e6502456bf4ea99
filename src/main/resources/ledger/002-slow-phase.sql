-- What failed for a reason that may pass, and when it is tried again.
ALTER TABLE run ADD COLUMN next_try BIGINT;

ALTER TABLE run ADD COLUMN asked BIGINT;

ALTER TABLE run ADD COLUMN first_asked BIGINT;

ALTER TABLE run ADD COLUMN next_asked BIGINT;

-- 1: the gap is none yet, because the request is asked again.
ALTER TABLE request ADD COLUMN postponed BIGINT;

ALTER TABLE delivery ADD COLUMN tries BIGINT;

ALTER TABLE delivery ADD COLUMN first_try BIGINT;

ALTER TABLE delivery ADD COLUMN next_try BIGINT;
