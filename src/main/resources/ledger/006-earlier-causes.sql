-- Why a delivery failed before, a line each, the latest last.
ALTER TABLE delivery ADD COLUMN earlier TEXT;
