-- What every caller hears before everything else while it is urgent. Instants are UTC.

-- One row for each version; an announcement has the number of its first version as its id. Each
-- replaces the one before it (0 for the first), and only one can.
CREATE TABLE announcement_version (
  number BIGINT NOT NULL PRIMARY KEY,
  announcement BIGINT NOT NULL,
  replaces BIGINT NOT NULL,
  name VARCHAR(80) NOT NULL,
  starts_at DATETIME(3) NOT NULL,
  ends_at DATETIME(3) NOT NULL,
  state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  at DATETIME(3) NOT NULL,
  actor VARCHAR(60) NOT NULL,
  why VARCHAR(200) NOT NULL,
  UNIQUE KEY announcement_version_once (announcement, replaces),
  KEY announcement_version_of (announcement, number),
  KEY announcement_version_ends (ends_at),
  CONSTRAINT announcement_version_number CHECK (number >= 1 AND announcement <= number),
  CONSTRAINT announcement_version_order CHECK (replaces >= 0 AND replaces < number),
  CONSTRAINT announcement_version_span CHECK (starts_at < ends_at),
  CONSTRAINT announcement_version_state CHECK (state IN ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
  CONSTRAINT announcement_version_why CHECK (CHAR_LENGTH(why) >= 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What a version says in each of its languages. A recording has the words that are said in it.
CREATE TABLE announcement_words (
  version BIGINT NOT NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text VARCHAR(600) NOT NULL,
  recording CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
  PRIMARY KEY (version, language),
  CONSTRAINT announcement_words_of FOREIGN KEY (version) REFERENCES announcement_version (number),
  CONSTRAINT announcement_words_recorded FOREIGN KEY (recording) REFERENCES prompt_recording (hash),
  CONSTRAINT announcement_words_text CHECK (CHAR_LENGTH(text) >= 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The number of the newest version, which every node asks for twice a second. Whoever adds one locks
-- this row first.
CREATE TABLE announcement_gate (
  id TINYINT NOT NULL PRIMARY KEY,
  newest BIGINT NOT NULL,
  CONSTRAINT announcement_gate_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO announcement_gate (id, newest) VALUES (1, 0);

CREATE TRIGGER announcement_version_unchanged BEFORE UPDATE ON announcement_version FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'announcement_version is only ever added to';

CREATE TRIGGER announcement_version_kept BEFORE DELETE ON announcement_version FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'announcement_version is only ever added to';

CREATE TRIGGER announcement_words_unchanged BEFORE UPDATE ON announcement_words FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'announcement_words is only ever added to';

CREATE TRIGGER announcement_words_kept BEFORE DELETE ON announcement_words FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'announcement_words is only ever added to';
