-- Programs that may use the REST API, and answers that are kept so that a request can be sent twice.

-- key_hash is the SHA-256 of the key's secret, which is 256 random bits. revoked_at ends it; the
-- row stays, for what its name stands for in the history.
CREATE TABLE api_client (
  id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  role ENUM ('BOOKING', 'AGENT', 'SUPERVISOR') NOT NULL,
  key_hash BINARY(32) NOT NULL,
  most_at_once SMALLINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  revoked_at DATETIME(3) NULL,
  CONSTRAINT api_client_form CHECK (id REGEXP '^[a-z][a-z0-9-]{0,39}$'),
  CONSTRAINT api_client_at_once CHECK (most_at_once BETWEEN 1 AND 1000)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row for each Idempotency-Key of a client, for a day. Without a status the request is under
-- way; run is drawn by who does it, so that one that was given up does not write its answer over
-- that of the next.
CREATE TABLE api_answer (
  client_id VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  key_hash BINARY(32) NOT NULL,
  request_hash BINARY(32) NOT NULL,
  run BIGINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  status SMALLINT NULL,
  media_type VARCHAR(100) NULL,
  location VARCHAR(500) NULL,
  body MEDIUMBLOB NULL,
  PRIMARY KEY (client_id, key_hash),
  KEY api_answer_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
