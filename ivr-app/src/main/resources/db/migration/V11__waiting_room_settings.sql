-- What supervisors have set of the waiting room. Instants are UTC.

-- One row for each version; the highest number is in force. Who changes something says on which
-- version the change is based: the key refuses the second of two who changed the same one.
CREATE TABLE queue_settings (
  number BIGINT NOT NULL PRIMARY KEY,
  at DATETIME(3) NOT NULL,
  actor VARCHAR(60) NOT NULL,
  why VARCHAR(200) NOT NULL,
  dialogues SMALLINT NOT NULL,
  opening_order ENUM ('ARRIVAL', 'DRAW') NOT NULL,
  lobby_s SMALLINT NOT NULL,
  kept_s SMALLINT NOT NULL,
  soonest_s SMALLINT NOT NULL,
  latest_s SMALLINT NOT NULL,
  callback BOOLEAN NOT NULL,
  closing ENUM ('SERVE', 'CALL_BACK') NOT NULL,
  stock BOOLEAN NOT NULL,
  CONSTRAINT queue_settings_number CHECK (number >= 1),
  CONSTRAINT queue_settings_why CHECK (CHAR_LENGTH(why) >= 1),
  CONSTRAINT queue_settings_dialogues CHECK (dialogues BETWEEN 1 AND 10000),
  CONSTRAINT queue_settings_lobby CHECK (lobby_s BETWEEN 0 AND 14400),
  CONSTRAINT queue_settings_kept CHECK (kept_s BETWEEN 60 AND 7200),
  CONSTRAINT queue_settings_soonest CHECK (soonest_s BETWEEN 10 AND 600),
  CONSTRAINT queue_settings_latest CHECK (latest_s BETWEEN soonest_s AND 3600)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The hours of a version: of a weekday (1 is Monday), or of a day that differs. A day that differs
-- and is closed has one row without times; a weekday without a row is closed.
CREATE TABLE queue_hours (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  settings BIGINT NOT NULL,
  weekday TINYINT NULL,
  day DATE NULL,
  from_minute SMALLINT NULL,
  until_minute SMALLINT NULL,
  KEY queue_hours_of (settings),
  CONSTRAINT queue_hours_of_settings FOREIGN KEY (settings) REFERENCES queue_settings (number),
  CONSTRAINT queue_hours_one_kind CHECK ((weekday IS NULL) <> (day IS NULL)),
  CONSTRAINT queue_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT queue_hours_closed CHECK (
    (from_minute IS NULL) = (until_minute IS NULL)
    AND (from_minute IS NOT NULL OR day IS NOT NULL)),
  CONSTRAINT queue_hours_order CHECK (
    from_minute >= 0 AND until_minute <= 1440 AND from_minute < until_minute)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TRIGGER queue_settings_unchanged BEFORE UPDATE ON queue_settings FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'queue_settings is only ever added to';

CREATE TRIGGER queue_settings_kept BEFORE DELETE ON queue_settings FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'queue_settings is only ever added to';

CREATE TRIGGER queue_hours_unchanged BEFORE UPDATE ON queue_hours FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'queue_hours is only ever added to';

CREATE TRIGGER queue_hours_kept BEFORE DELETE ON queue_hours FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'queue_hours is only ever added to';
