-- Recordings of talks with agents, and what callers were asked before. Instants are UTC.

-- What a caller answered when asked whether the talk may be recorded, once a call; no row: not
-- asked. NONE is any other key, or none, and no yes. revoked_at: the yes is none any more.
CREATE TABLE recording_consent (
  call_id VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  answer ENUM ('YES', 'NO', 'NONE') NOT NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  answered_at DATETIME(3) NOT NULL,
  revoked_at DATETIME(3) NULL,
  UNIQUE KEY recording_consent_answer (call_id, answer),
  KEY recording_consent_age (answered_at),
  CONSTRAINT recording_consent_revoked CHECK (revoked_at IS NULL OR answer = 'YES'),
  CONSTRAINT recording_consent_language CHECK (language REGEXP '^[a-z]{2}$')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- A recording: none without a caller's yes (recording_yes). The audio is an encrypted file on the
-- disk of node; file is its name, and null once it is gone, which is soon after state DELETED.
-- RUNNING: written right now. bytes are those of the audio (8 kHz, 16 bit), without encryption.
-- key_id tells with which key it was encrypted.
CREATE TABLE recording (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  talk BIGINT NOT NULL,
  call_id VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  consent ENUM ('YES', 'NO', 'NONE') NOT NULL,
  node VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  file CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
  key_id CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  person BIGINT NULL,
  state ENUM ('RUNNING', 'KEPT', 'DELETED') NOT NULL,
  begun_at DATETIME(3) NOT NULL,
  ended_at DATETIME(3) NULL,
  bytes BIGINT NOT NULL DEFAULT 0,
  deleted_at DATETIME(3) NULL,
  deleted_why ENUM ('AGE', 'REVOKED', 'SUPERVISOR', 'BROKEN') NULL,
  running_talk BIGINT AS (IF(state = 'RUNNING', talk, NULL)) VIRTUAL,
  UNIQUE KEY recording_file (file),
  UNIQUE KEY recording_running (running_talk),
  KEY recording_of_talk (talk),
  KEY recording_of_person (person),
  KEY recording_age (state, begun_at),
  CONSTRAINT recording_talk FOREIGN KEY (talk) REFERENCES talk (id),
  CONSTRAINT recording_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE SET NULL,
  CONSTRAINT recording_consented FOREIGN KEY (call_id, consent)
    REFERENCES recording_consent (call_id, answer),
  CONSTRAINT recording_yes CHECK (consent = 'YES'),
  CONSTRAINT recording_file_form CHECK (file REGEXP '^[0-9a-f]{32}$'),
  CONSTRAINT recording_file_there CHECK (file IS NOT NULL OR state = 'DELETED'),
  CONSTRAINT recording_key CHECK (key_id REGEXP '^[0-9a-f]{8}$'),
  CONSTRAINT recording_kept CHECK (state <> 'KEPT' OR (ended_at IS NOT NULL AND bytes > 0)),
  CONSTRAINT recording_deleted CHECK (
    (state = 'DELETED') = (deleted_at IS NOT NULL)
    AND (deleted_at IS NULL) = (deleted_why IS NULL)),
  CONSTRAINT recording_bytes CHECK (bytes >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
