-- Who was invited in more detail, their import and their deletion, and who did what.

-- The priority group is that of the German CoronaImpfV of 2021 (1 to 3 were used); the language is
-- an ISO 639-1 code; the telephone number is in E.164.
ALTER TABLE person
  MODIFY name VARCHAR(100) NULL,
  ADD COLUMN priority_group TINYINT NOT NULL DEFAULT 1,
  ADD COLUMN language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'de',
  ADD COLUMN phone VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD CONSTRAINT person_group CHECK (priority_group BETWEEN 1 AND 9),
  ADD CONSTRAINT person_language
    CHECK (language IN ('de', 'en', 'tr', 'ru', 'uk', 'pl', 'it', 'ar')),
  ADD CONSTRAINT person_phone_form CHECK (phone REGEXP '^[+][1-9][0-9]{6,14}$');

-- What was done, apart from appointments; only ever added to. No personal data.
CREATE TABLE audit_event (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at DATETIME(3) NOT NULL,
  channel ENUM ('API', 'OPERATOR', 'SYSTEM') NOT NULL,
  actor VARCHAR(60) NOT NULL,
  action VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject VARCHAR(60) NOT NULL,
  count BIGINT NOT NULL,
  reference VARCHAR(128) NOT NULL,
  KEY audit_at (at),
  CONSTRAINT audit_count CHECK (count >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TRIGGER audit_event_unchanged BEFORE UPDATE ON audit_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_event is only ever added to';

CREATE TRIGGER audit_event_kept BEFORE DELETE ON audit_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'audit_event is only ever added to';

-- A file of people that was sent: how far it is, what came of it. Which import runs is told by a
-- named lock of the server; a row that says RUNNING without one is of a process that was killed.
CREATE TABLE people_import (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  state ENUM ('WAITING', 'RUNNING', 'IMPORTED', 'REJECTED', 'BUSY', 'FAILED', 'LOST') NOT NULL,
  channel ENUM ('API', 'OPERATOR') NOT NULL,
  actor VARCHAR(60) NOT NULL,
  created_at DATETIME(3) NOT NULL,
  ended_at DATETIME(3) NULL,
  size_bytes BIGINT NOT NULL,
  read_bytes BIGINT NOT NULL DEFAULT 0,
  people BIGINT NOT NULL DEFAULT 0,
  added BIGINT NOT NULL DEFAULT 0,
  updated BIGINT NOT NULL DEFAULT 0,
  errors BIGINT NOT NULL DEFAULT 0,
  why VARCHAR(60) NOT NULL DEFAULT '',
  KEY import_age (created_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What is wrong in a file, and where; never the value itself.
CREATE TABLE people_import_error (
  import_id BIGINT NOT NULL,
  place INT NOT NULL,
  line BIGINT NOT NULL,
  column_name VARCHAR(20) NOT NULL,
  flaw VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  other_line BIGINT NULL,
  PRIMARY KEY (import_id, place),
  CONSTRAINT import_of_error FOREIGN KEY (import_id) REFERENCES people_import (id)
    ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- How many seats were taken on days whose appointments are deleted: numbers without people.
CREATE TABLE seat_day_count (
  day DATE NOT NULL,
  centre_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  vaccine_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  dose TINYINT NOT NULL,
  taken INT NOT NULL,
  PRIMARY KEY (day, centre_id, vaccine_id, dose)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
