-- Vaccines, closed seats, and who did what.

-- How far apart both doses are is a matter of the vaccine, and may change while appointments stand:
-- a pair points to the interval that was in force when it was booked. Intervals are never changed,
-- a vaccine is given another one.
CREATE TABLE vaccine_interval (
  vaccine_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fewest_days SMALLINT NOT NULL,
  most_days SMALLINT NOT NULL,
  PRIMARY KEY (vaccine_id, fewest_days, most_days),
  CONSTRAINT interval_order CHECK (0 < fewest_days AND fewest_days <= most_days AND most_days <= 366)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

CREATE TABLE vaccine (
  id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  fewest_days SMALLINT NOT NULL,
  most_days SMALLINT NOT NULL,
  CONSTRAINT vaccine_in_force FOREIGN KEY (id, fewest_days, most_days)
    REFERENCES vaccine_interval (vaccine_id, fewest_days, most_days)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_german2_ci;

-- 21 to 42 days: the recommendation of Germany's STIKO of January 2021 for Comirnaty.
INSERT INTO vaccine_interval (vaccine_id, fewest_days, most_days) VALUES ('comirnaty', 21, 42);
INSERT INTO vaccine (id, name, fewest_days, most_days) VALUES ('comirnaty', 'Comirnaty', 21, 42);

-- Who booked with which hold: so a booking that is asked for again, by somebody who did not hear
-- the answer, is told again.
ALTER TABLE appointment_pair
  DROP FOREIGN KEY pair_first,
  DROP FOREIGN KEY pair_second,
  DROP CONSTRAINT pair_days_apart;

ALTER TABLE appointment_pair
  DROP INDEX pair_first,
  DROP INDEX pair_second,
  ADD COLUMN vaccine_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    DEFAULT 'comirnaty' AFTER centre_id,
  ADD COLUMN fewest_days SMALLINT NOT NULL DEFAULT 21 AFTER vaccine_id,
  ADD COLUMN most_days SMALLINT NOT NULL DEFAULT 42 AFTER fewest_days,
  ADD COLUMN hold BIGINT NOT NULL DEFAULT 0;

-- A hold is found by the keys of its two seats, so it needs no index of its own; the search finds
-- what is neither booked nor closed in the order of time.
ALTER TABLE seat
  ADD COLUMN vaccine_id VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    DEFAULT 'comirnaty' AFTER dose,
  ADD COLUMN closed BOOLEAN NOT NULL DEFAULT FALSE AFTER booked,
  DROP INDEX seat_held,
  DROP INDEX seat_search,
  DROP INDEX seat_as_booked,
  ADD UNIQUE KEY seat_as_booked (id, dose, booked, centre_id, vaccine_id, starts_at),
  ADD KEY seat_search (vaccine_id, centre_id, dose, booked, closed, starts_at),
  ADD CONSTRAINT seat_vaccine FOREIGN KEY (vaccine_id) REFERENCES vaccine (id),
  ADD CONSTRAINT seat_closed CHECK (closed IN (0, 1));

ALTER TABLE seat ALTER COLUMN vaccine_id DROP DEFAULT;

-- The two keys of seats hold all that the foreign keys need. As the other columns follow from the
-- seat, a seat is in them once: two pairs with the same seat would be the same in all of them.
ALTER TABLE appointment_pair
  DROP INDEX pair_first_seat,
  DROP INDEX pair_second_seat,
  ADD UNIQUE KEY pair_first_seat
    (first_seat_id, first_dose, taken, centre_id, vaccine_id, first_at),
  ADD UNIQUE KEY pair_second_seat
    (second_seat_id, second_dose, taken, centre_id, vaccine_id, second_at),
  ADD CONSTRAINT pair_first
    FOREIGN KEY (first_seat_id, first_dose, taken, centre_id, vaccine_id, first_at)
    REFERENCES seat (id, dose, booked, centre_id, vaccine_id, starts_at),
  ADD CONSTRAINT pair_second
    FOREIGN KEY (second_seat_id, second_dose, taken, centre_id, vaccine_id, second_at)
    REFERENCES seat (id, dose, booked, centre_id, vaccine_id, starts_at),
  ADD CONSTRAINT pair_interval FOREIGN KEY (vaccine_id, fewest_days, most_days)
    REFERENCES vaccine_interval (vaccine_id, fewest_days, most_days),
  ADD CONSTRAINT pair_days_apart
    CHECK (DATEDIFF(second_at, first_at) BETWEEN fewest_days AND most_days);

ALTER TABLE appointment_pair
  ALTER COLUMN vaccine_id DROP DEFAULT,
  ALTER COLUMN fewest_days DROP DEFAULT,
  ALTER COLUMN most_days DROP DEFAULT,
  ALTER COLUMN hold DROP DEFAULT;

-- Who did it: the way it came in, who came that way (an API client, an agent; none for a caller),
-- and where more can be found (the call's or the request's id). No names, no numbers of callers.
ALTER TABLE appointment_event
  ADD COLUMN channel ENUM ('PHONE', 'API', 'AGENT', 'SYSTEM') NOT NULL DEFAULT 'PHONE',
  ADD COLUMN actor VARCHAR(60) NOT NULL DEFAULT '',
  ADD COLUMN reference VARCHAR(128) NOT NULL DEFAULT '';
