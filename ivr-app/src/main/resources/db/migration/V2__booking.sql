-- Centres, seats, appointments. starts_at, first_at and second_at are local times in Hessen, as
-- people say them; held_until and at are UTC.
CREATE TABLE centre (
  id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  postcode CHAR(5) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  lat DECIMAL(7, 4) NOT NULL,
  lon DECIMAL(7, 4) NOT NULL,
  UNIQUE KEY centre_name (name)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_german2_ci;

-- A seat is for a first or for a second dose, so that the second doses are planned together with
-- the first ones and no pair strands. seat_search skips what is booked, and gives seats in the
-- order of time, so that a search locks the one row that it takes. seat_as_booked is what the
-- foreign keys of a pair point to.
CREATE TABLE seat (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  centre_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  starts_at DATETIME NOT NULL,
  dose TINYINT NOT NULL,
  lane TINYINT NOT NULL,
  booked BOOLEAN NOT NULL DEFAULT FALSE,
  held_by BIGINT NULL,
  held_until DATETIME(3) NULL,
  UNIQUE KEY seat_place (centre_id, starts_at, dose, lane),
  UNIQUE KEY seat_as_booked (id, dose, booked, centre_id, starts_at),
  KEY seat_search (centre_id, dose, booked, starts_at),
  KEY seat_held (held_by),
  CONSTRAINT seat_centre FOREIGN KEY (centre_id) REFERENCES centre (id),
  CONSTRAINT seat_dose CHECK (dose IN (1, 2)),
  CONSTRAINT seat_lane CHECK (lane > 0),
  CONSTRAINT seat_booked CHECK (booked IN (0, 1)),
  CONSTRAINT seat_hold_whole CHECK ((held_by IS NULL) = (held_until IS NULL)),
  CONSTRAINT seat_booked_not_held CHECK (booked = 0 OR held_by IS NULL)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Live pairs only; a cancelled one is deleted. The constants first_dose, second_dose and taken are
-- there for the foreign keys: a pair points to a seat for the first and one for the second dose,
-- both flagged as booked, both in the pair's centre, both at the pair's times. So a seat of a pair
-- can neither be freed nor shifted while the pair lives.
CREATE TABLE appointment_pair (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  confirmation CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  centre_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_seat_id BIGINT NOT NULL,
  first_at DATETIME NOT NULL,
  second_seat_id BIGINT NOT NULL,
  second_at DATETIME NOT NULL,
  booked_at DATETIME(3) NOT NULL,
  first_dose TINYINT NOT NULL DEFAULT 1,
  second_dose TINYINT NOT NULL DEFAULT 2,
  taken BOOLEAN NOT NULL DEFAULT TRUE,
  UNIQUE KEY pair_person (person_id),
  UNIQUE KEY pair_confirmation (confirmation),
  UNIQUE KEY pair_first_seat (first_seat_id),
  UNIQUE KEY pair_second_seat (second_seat_id),
  CONSTRAINT pair_of_person FOREIGN KEY (person_id) REFERENCES person (id),
  CONSTRAINT pair_first FOREIGN KEY (first_seat_id, first_dose, taken, centre_id, first_at)
    REFERENCES seat (id, dose, booked, centre_id, starts_at),
  CONSTRAINT pair_second FOREIGN KEY (second_seat_id, second_dose, taken, centre_id, second_at)
    REFERENCES seat (id, dose, booked, centre_id, starts_at),
  CONSTRAINT pair_first_dose CHECK (first_dose = 1),
  CONSTRAINT pair_second_dose CHECK (second_dose = 2),
  CONSTRAINT pair_taken CHECK (taken = 1),
  CONSTRAINT pair_confirmation_form CHECK (confirmation REGEXP '^[1-9][0-9]{5}$'),
  CONSTRAINT pair_days_apart CHECK (DATEDIFF(second_at, first_at) BETWEEN 21 AND 42)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What happened; only ever added to.
CREATE TABLE appointment_event (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at DATETIME(3) NOT NULL,
  kind ENUM ('BOOKED', 'MOVED', 'CANCELLED') NOT NULL,
  person_id BIGINT NOT NULL,
  confirmation CHAR(6) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  centre_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  first_seat_id BIGINT NOT NULL,
  first_at DATETIME NOT NULL,
  second_seat_id BIGINT NOT NULL,
  second_at DATETIME NOT NULL,
  KEY event_person (person_id, id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TRIGGER appointment_event_unchanged BEFORE UPDATE ON appointment_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_event is only ever added to';

CREATE TRIGGER appointment_event_kept BEFORE DELETE ON appointment_event FOR EACH ROW
  SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'appointment_event is only ever added to';
