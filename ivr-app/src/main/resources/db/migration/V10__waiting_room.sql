-- The waiting room: who is in a dialogue and who waits. Instants are UTC.

-- One row. Whoever works a round locks it first, so the rounds of all nodes take turns. next_place
-- is the place of the next ticket; worked_at is when the last round was, resumed_at when rounds
-- began again after none could be worked for a while.
CREATE TABLE queue_gate (
  id TINYINT NOT NULL PRIMARY KEY,
  next_place BIGINT NOT NULL,
  phase ENUM ('SHUT', 'LOBBY', 'OPEN') NOT NULL,
  worked_at DATETIME(3) NOT NULL,
  resumed_at DATETIME(3) NOT NULL,
  CONSTRAINT queue_gate_one CHECK (id = 1),
  CONSTRAINT queue_gate_place CHECK (next_place > 0)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

INSERT INTO queue_gate (id, next_place, phase, worked_at, resumed_at)
  VALUES (1, 1, 'SHUT', '2021-01-01', '2021-01-01');

-- The processes that hold calls. One that was not seen for a while is ended by the others; one
-- that starts ends those of the same name.
CREATE TABLE queue_node (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  token BIGINT NOT NULL,
  started_at DATETIME(3) NOT NULL,
  seen_at DATETIME(3) NOT NULL,
  ended_at DATETIME(3) NULL,
  UNIQUE KEY queue_node_token (token),
  KEY queue_node_live (ended_at, seen_at)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- One row for each place. The order is (priority, place). visit is the stay that has the place, or
-- had it last. kept_until: until when the place of somebody absent is kept, or until when a
-- ringing telephone is waited for. awaited_until: so long a free dialogue waits for somebody whose
-- node died, since their call comes back by itself. promised: whoever has it was promised to be
-- called, and is, also when they have called in meanwhile and hung up again. The number goes with
-- the end of the ticket.
CREATE TABLE queue_ticket (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  phase ENUM ('LOBBY', 'LINE', 'DIALOGUE', 'ENDED') NOT NULL,
  reach ENUM ('PRESENT', 'ABSENT', 'CALLBACK', 'RINGING', 'NONE') NOT NULL,
  priority TINYINT NOT NULL,
  place BIGINT NOT NULL,
  visit BIGINT NULL,
  node_id BIGINT NULL,
  call_id VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
  phone VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL,
  live_person BIGINT NULL,
  promised TINYINT NOT NULL DEFAULT 0,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kept_until DATETIME(3) NULL,
  awaited_until DATETIME(3) NULL,
  tries TINYINT NOT NULL DEFAULT 0,
  failures TINYINT NOT NULL DEFAULT 0,
  next_try_at DATETIME(3) NULL,
  returns TINYINT NOT NULL DEFAULT 0,
  entered_at DATETIME(3) NOT NULL,
  admitted_at DATETIME(3) NULL,
  ended_at DATETIME(3) NULL,
  outcome ENUM ('SERVED', 'ABANDONED', 'UNREACHED', 'MERGED', 'LEFT') NULL,
  first_position INT NULL,
  told_at DATETIME(3) NULL,
  told_from_s INT NULL,
  told_until_s INT NULL,
  UNIQUE KEY queue_ticket_visit (visit),
  UNIQUE KEY queue_ticket_person (live_person),
  KEY queue_ticket_order (phase, priority, place),
  UNIQUE KEY queue_ticket_call (call_id),
  KEY queue_ticket_phone (phone),
  KEY queue_ticket_node (node_id, phase),
  KEY queue_ticket_kept (reach, kept_until),
  KEY queue_ticket_admitted (admitted_at),
  KEY queue_ticket_ended (ended_at),
  CONSTRAINT queue_ticket_of_node FOREIGN KEY (node_id) REFERENCES queue_node (id),
  CONSTRAINT queue_ticket_of_person FOREIGN KEY (live_person) REFERENCES person (id)
    ON DELETE SET NULL,
  CONSTRAINT queue_ticket_priority CHECK (priority BETWEEN 1 AND 9),
  CONSTRAINT queue_ticket_end CHECK (
    (phase = 'ENDED') = (reach = 'NONE')
    AND (phase = 'ENDED') = (ended_at IS NOT NULL)
    AND (phase = 'ENDED') = (outcome IS NOT NULL)),
  CONSTRAINT queue_ticket_forgotten CHECK (
    phase <> 'ENDED' OR (phone IS NULL AND visit IS NULL AND call_id IS NULL)),
  CONSTRAINT queue_ticket_node_while_held CHECK (
    (reach IN ('PRESENT', 'RINGING')) = (node_id IS NOT NULL)),
  CONSTRAINT queue_ticket_dialogue CHECK (
    phase <> 'DIALOGUE' OR (reach = 'PRESENT' AND admitted_at IS NOT NULL)),
  CONSTRAINT queue_ticket_callable CHECK (reach NOT IN ('CALLBACK', 'RINGING') OR phone IS NOT NULL),
  CONSTRAINT queue_ticket_promise CHECK (
    promised = 0 OR phase = 'ENDED' OR phone IS NOT NULL),
  CONSTRAINT queue_ticket_limit CHECK (
    (reach IN ('ABSENT', 'RINGING')) = (kept_until IS NOT NULL)),
  CONSTRAINT queue_ticket_next CHECK ((reach = 'CALLBACK') = (next_try_at IS NOT NULL)),
  CONSTRAINT queue_ticket_phone_form CHECK (phone IS NULL OR phone REGEXP '^[+][1-9][0-9]{6,14}$')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- The draws: the seed of each is drawn beforehand and its SHA-256 told; the seed itself is told
-- once drawn_at is there. At most one is prepared: who changes the opening hours gets no other seed
-- by it, so nobody can change them until they like the lots.
CREATE TABLE queue_draw (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  opens DATETIME(3) NOT NULL,
  seed CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  prepared_at DATETIME(3) NOT NULL,
  drawn_at DATETIME(3) NULL,
  tickets INT NULL,
  first_place BIGINT NULL,
  prepared TINYINT AS (IF(drawn_at IS NULL, 1, NULL)) VIRTUAL,
  UNIQUE KEY queue_draw_prepared (prepared),
  CONSTRAINT queue_draw_whole CHECK (
    (drawn_at IS NULL) = (tickets IS NULL) AND (drawn_at IS NULL) = (first_place IS NULL))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Which ticket took part in which draw, and the place that it drew; only ever added to.
CREATE TABLE queue_lot (
  draw_id BIGINT NOT NULL,
  ticket_id BIGINT NOT NULL,
  place BIGINT NOT NULL,
  PRIMARY KEY (draw_id, ticket_id),
  CONSTRAINT queue_lot_of FOREIGN KEY (draw_id) REFERENCES queue_draw (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
