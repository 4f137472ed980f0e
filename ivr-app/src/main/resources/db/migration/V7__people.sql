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
