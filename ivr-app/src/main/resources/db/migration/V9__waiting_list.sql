-- Who waits for a pair. Instants are UTC.

-- One row for each time that somebody signed up; id is the order. live_person is the person while
-- the entry lives and NULL afterwards, so that nobody waits twice at the same time. While a pair is
-- offered both its seats are held with the token in hold; calls counts those made for this offer,
-- next_call_at is when one is due. The number is forgotten with the end of the entry.
CREATE TABLE waiting_entry (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  live_person BIGINT NULL,
  postcode CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  phone VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  centre_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  state ENUM ('WAITING', 'OFFERED', 'BOOKED', 'DECLINED', 'UNREACHED', 'LEFT') NOT NULL,
  signed_up_at DATETIME(3) NOT NULL,
  offered_at DATETIME(3) NULL,
  offered_until DATETIME(3) NULL,
  hold BIGINT NULL,
  first_seat_id BIGINT NULL,
  second_seat_id BIGINT NULL,
  calls TINYINT NOT NULL DEFAULT 0,
  next_call_at DATETIME(3) NULL,
  UNIQUE KEY waiting_live (live_person),
  KEY waiting_end (state, offered_until),
  KEY waiting_call (state, next_call_at),
  CONSTRAINT waiting_of_person FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE,
  CONSTRAINT waiting_at_centre FOREIGN KEY (centre_id) REFERENCES centre (id) ON DELETE CASCADE,
  CONSTRAINT waiting_live_is_person CHECK (live_person IS NULL OR live_person = person_id),
  CONSTRAINT waiting_lives CHECK ((state IN ('WAITING', 'OFFERED')) = (live_person IS NOT NULL)),
  CONSTRAINT waiting_phone_while_live CHECK ((live_person IS NULL) = (phone IS NULL)),
  CONSTRAINT waiting_phone_form CHECK (phone IS NULL OR phone REGEXP '^[+][1-9][0-9]{6,14}$'),
  CONSTRAINT waiting_offer_whole CHECK (
    (state = 'OFFERED') = (hold IS NOT NULL)
    AND (hold IS NULL) = (first_seat_id IS NULL)
    AND (hold IS NULL) = (second_seat_id IS NULL)
    AND (hold IS NULL) = (offered_at IS NULL)
    AND (hold IS NULL) = (offered_until IS NULL)
    AND (hold IS NOT NULL OR next_call_at IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The lines: which entries in state WAITING stand for which centre, in their order. An entry that
-- is offered a pair leaves all its lines.
CREATE TABLE waiting_line (
  centre_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  entry_id BIGINT NOT NULL,
  PRIMARY KEY (centre_id, entry_id),
  KEY waiting_line_entry (entry_id),
  CONSTRAINT waiting_line_of FOREIGN KEY (entry_id) REFERENCES waiting_entry (id)
    ON DELETE CASCADE,
  CONSTRAINT waiting_line_at FOREIGN KEY (centre_id) REFERENCES centre (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What happened on the list; only ever added to. No foreign keys: it stays when people go.
CREATE TABLE waiting_event (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at DATETIME(3) NOT NULL,
  kind ENUM ('SIGNED_UP', 'CHANGED', 'OFFERED', 'CALLED', 'RETURNED', 'BOOKED', 'DECLINED',
    'UNREACHED', 'LEFT') NOT NULL,
  entry_id BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  first_seat_id BIGINT NULL,
  second_seat_id BIGINT NULL,
  channel ENUM ('PHONE', 'API', 'AGENT', 'SYSTEM') NOT NULL,
  actor VARCHAR(60) NOT NULL,
  reference VARCHAR(128) NOT NULL,
  KEY waiting_event_person (person_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TRIGGER waiting_event_unchanged BEFORE UPDATE ON waiting_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'waiting_event is only ever added to';

CREATE TRIGGER waiting_event_kept BEFORE DELETE ON waiting_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'waiting_event is only ever added to';
