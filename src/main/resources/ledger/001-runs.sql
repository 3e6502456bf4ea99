-- Instants are milliseconds since 1970, UTC. Files are named from the data folder, so that it can be moved.
CREATE TABLE run (
  id TEXT PRIMARY KEY,
  place BIGINT NOT NULL,
  report TEXT NOT NULL,
  organization TEXT NOT NULL,
  due BIGINT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  zone TEXT NOT NULL,
  questions TEXT NOT NULL,
  state TEXT NOT NULL,
  failure_kind TEXT,
  failure_cause TEXT,
  ended BIGINT
);

CREATE INDEX run_by_state ON run (state);

CREATE INDEX run_by_place ON run (place);

CREATE TABLE run_note (
  run_id TEXT NOT NULL,
  place BIGINT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (run_id, place)
);

CREATE TABLE request (
  run_id TEXT NOT NULL,
  id TEXT NOT NULL,
  place BIGINT NOT NULL,
  part_file TEXT,
  part_rows BIGINT,
  part_checksum BIGINT,
  part_guarded BIGINT,
  gap_kind TEXT,
  gap_cause TEXT,
  gap_tries BIGINT,
  PRIMARY KEY (run_id, id)
);

CREATE TABLE delivery (
  run_id TEXT NOT NULL,
  sink TEXT NOT NULL,
  number BIGINT NOT NULL,
  place BIGINT NOT NULL,
  file_name TEXT NOT NULL,
  file TEXT NOT NULL,
  size BIGINT NOT NULL,
  checksum BIGINT NOT NULL,
  state TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (run_id, sink, number)
);

CREATE TABLE schedule_cursor (
  report TEXT NOT NULL,
  organization TEXT NOT NULL,
  settled BIGINT NOT NULL,
  PRIMARY KEY (report, organization)
);
