-- What supervisors see of the day and of the past. Instants are UTC.

-- One row for each minute and queue; after two days one for a quarter of an hour. at is where the
-- span begins. queue 0 is what comes in neither way (a portal): bookings only. The counts are of
-- what has a time of its own elsewhere, so a minute in which no process ran is counted afterwards;
-- the last four columns are what was seen meanwhile, most at once, and null when nobody looked.
-- measured is the base of the service level: who was put through on the first call, and who gave up.
CREATE TABLE wallboard_span (
  at DATETIME NOT NULL,
  queue TINYINT NOT NULL,
  minutes TINYINT NOT NULL,
  entered INT NOT NULL,
  put_through INT NOT NULL,
  in_time INT NOT NULL,
  measured INT NOT NULL,
  abandoned INT NOT NULL,
  booked INT NOT NULL,
  waiting INT NULL,
  longest_s INT NULL,
  busy INT NULL,
  allowed INT NULL,
  PRIMARY KEY (at, queue),
  KEY wallboard_span_minutes (minutes, at),
  CONSTRAINT wallboard_span_queue CHECK (queue IN (0, 1, 2)),
  CONSTRAINT wallboard_span_minutes_form CHECK (minutes IN (1, 15)),
  CONSTRAINT wallboard_span_counts CHECK (
    entered >= 0 AND put_through >= 0 AND 0 <= in_time AND in_time <= measured
    AND abandoned >= 0 AND booked >= 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row: up to when minutes are written, and the last booking before that time. Whoever writes
-- locks it.
CREATE TABLE wallboard_clock (
  id TINYINT NOT NULL PRIMARY KEY,
  written_until DATETIME NULL,
  last_event BIGINT NOT NULL,
  CONSTRAINT wallboard_clock_one CHECK (id = 1)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO wallboard_clock (id, written_until, last_event) VALUES (1, NULL, 0);

-- Who came in when. Tickets come in this order, so the index grows at its end.
ALTER TABLE queue_ticket ADD KEY queue_ticket_entered (queue, entered_at);
