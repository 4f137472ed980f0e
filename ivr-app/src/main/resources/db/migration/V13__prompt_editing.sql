-- What supervisors have written and recorded in place of the delivered prompts. Instants are UTC.

-- Recordings by people, by the SHA-256 of the file. Sent twice, kept once.
CREATE TABLE prompt_recording (
  hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  wav MEDIUMBLOB NOT NULL,
  CONSTRAINT prompt_recording_hash CHECK (hash REGEXP '^[0-9a-f]{64}$')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row for each version. A recording has the words that are said in it as its text.
CREATE TABLE prompt_version (
  number BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  prompt VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text VARCHAR(2000) NOT NULL,
  recording CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  at DATETIME(3) NOT NULL,
  actor VARCHAR(60) NOT NULL,
  why VARCHAR(200) NOT NULL,
  KEY prompt_version_of (prompt, language, number),
  UNIQUE KEY prompt_version_whole (number, language, prompt),
  CONSTRAINT prompt_version_recorded FOREIGN KEY (recording) REFERENCES prompt_recording (hash),
  CONSTRAINT prompt_version_text CHECK (CHAR_LENGTH(text) >= 1),
  CONSTRAINT prompt_version_why CHECK (CHAR_LENGTH(why) >= 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row for each time that a version was put in force; NULL is "as delivered". Each replaces the
-- one before it of the same prompt and language (0 for the first), and only one can: the key
-- refuses the second of two who have seen the same.
CREATE TABLE prompt_publication (
  number BIGINT NOT NULL PRIMARY KEY,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  prompt VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version BIGINT NULL,
  replaces BIGINT NOT NULL,
  at DATETIME(3) NOT NULL,
  actor VARCHAR(60) NOT NULL,
  why VARCHAR(200) NOT NULL,
  UNIQUE KEY prompt_publication_once (prompt, language, replaces),
  CONSTRAINT prompt_publication_of FOREIGN KEY (version, language, prompt)
    REFERENCES prompt_version (number, language, prompt),
  CONSTRAINT prompt_publication_number CHECK (number >= 1),
  CONSTRAINT prompt_publication_order CHECK (replaces >= 0 AND replaces < number),
  CONSTRAINT prompt_publication_why CHECK (CHAR_LENGTH(why) >= 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The number of the newest publication, which every node asks for twice a second. Whoever publishes
-- locks this row first: so numbers become visible in their order, and a node that has seen one has
-- missed none.
CREATE TABLE prompt_gate (
  id TINYINT NOT NULL PRIMARY KEY,
  newest BIGINT NOT NULL,
  CONSTRAINT prompt_gate_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO prompt_gate (id, newest) VALUES (1, 0);

CREATE TRIGGER prompt_recording_unchanged BEFORE UPDATE ON prompt_recording FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prompt_recording is only ever added to';

CREATE TRIGGER prompt_recording_kept BEFORE DELETE ON prompt_recording FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prompt_recording is only ever added to';

CREATE TRIGGER prompt_version_unchanged BEFORE UPDATE ON prompt_version FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prompt_version is only ever added to';

CREATE TRIGGER prompt_version_kept BEFORE DELETE ON prompt_version FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prompt_version is only ever added to';

CREATE TRIGGER prompt_publication_unchanged BEFORE UPDATE ON prompt_publication FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prompt_publication is only ever added to';

CREATE TRIGGER prompt_publication_kept BEFORE DELETE ON prompt_publication FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'prompt_publication is only ever added to';
