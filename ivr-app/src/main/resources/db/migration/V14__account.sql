-- Agents and supervisors, and how they come in by name and password. Instants are UTC.

-- hash says by itself how it was made ($argon2id$v=19$m=…). While must_change is 1 the password is
-- one that somebody else has seen. disabled_at ends it; the row stays, for what its name stands for
-- in the history.
CREATE TABLE account (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  shown_name VARCHAR(80) NOT NULL,
  role ENUM ('AGENT', 'SUPERVISOR') NOT NULL,
  hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  must_change TINYINT NOT NULL,
  created_at DATETIME(3) NOT NULL,
  disabled_at DATETIME(3) NULL,
  UNIQUE KEY account_name (name),
  CONSTRAINT account_form CHECK (name REGEXP '^[a-z][a-z0-9-]{1,39}$'),
  CONSTRAINT account_shown CHECK (CHAR_LENGTH(shown_name) >= 1),
  CONSTRAINT account_must_change CHECK (must_change IN (0, 1))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who is logged in, by the SHA-256 of what the browser's cookie holds, which is 256 random bits.
CREATE TABLE account_session (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  account BIGINT NOT NULL,
  csrf_hash BINARY(32) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  used_at DATETIME(3) NOT NULL,
  ends_at DATETIME(3) NOT NULL,
  KEY account_session_of (account, created_at),
  KEY account_session_age (ends_at),
  CONSTRAINT account_session_account FOREIGN KEY (account) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Wrong passwords in a row, by the SHA-256 of the name that was typed, whether there is such an
-- account or not: so a lock tells nothing of that, and what was typed by mistake is not kept.
-- refused counts tries while the lock was on.
CREATE TABLE login_attempt (
  name_hash BINARY(32) NOT NULL PRIMARY KEY,
  tries SMALLINT NOT NULL,
  locked_until DATETIME(3) NULL,
  refused INT NOT NULL DEFAULT 0,
  last_at DATETIME(3) NOT NULL,
  KEY login_attempt_age (last_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- An account is a client of the API too, as @name.
ALTER TABLE api_answer
  MODIFY client_id VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
