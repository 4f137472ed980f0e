-- What happened to calls, for supervisors. Instants are UTC. No number, no name, no digits of codes.

-- One row each time that the scripts were done with a call; a call that comes back from a talk has
-- more than one, with the same call_id. Rows come in the order of their ends. caller: a keyed hash
-- of the number; null when it was withheld. steps: a line each, as journey.Step writes them.
CREATE TABLE journey (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  call_id VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  caller BINARY(16) NULL,
  script VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  begun_at DATETIME(3) NOT NULL,
  ended_at DATETIME(3) NOT NULL,
  waited_ms INT NOT NULL,
  outcome VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_prompt VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NULL,
  steps MEDIUMTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE KEY journey_once (call_id, begun_at),
  KEY journey_caller (caller, id),
  KEY journey_outcome (outcome, id),
  KEY journey_prompt (last_prompt, id),
  KEY journey_age (ended_at),
  CONSTRAINT journey_form CHECK (
    script REGEXP '^[a-z]{1,20}$' AND language REGEXP '^[a-z]{2}$' AND outcome REGEXP '^[A-Z_]{1,20}$'),
  CONSTRAINT journey_times CHECK (begun_at <= ended_at AND waited_ms >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Where callers give up, by the day in Hessen on which the call ended: how many heard a prompt, and
-- how many of them hung up with it as the last one. prompt '' is all calls.
CREATE TABLE journey_loss (
  day DATE NOT NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  prompt VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  reached INT NOT NULL,
  lost INT NOT NULL,
  PRIMARY KEY (day, language, prompt),
  CONSTRAINT journey_loss_counts CHECK (0 <= lost AND lost <= reached)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
