-- Agents: what they can do, what they are doing, their talks, and what goes along with a caller.
-- Instants are UTC.

-- Who has no row speaks German and has no special skill. Both lists are sorted, with commas.
CREATE TABLE agent (
  account BIGINT NOT NULL PRIMARY KEY,
  languages VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  skills VARCHAR(250) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  CONSTRAINT agent_account FOREIGN KEY (account) REFERENCES account (id),
  CONSTRAINT agent_languages CHECK (languages REGEXP '^[a-z]{2}(,[a-z]{2}){0,15}$'),
  CONSTRAINT agent_skills CHECK (
    skills REGEXP '^([a-z][a-z0-9-]{0,23}(,[a-z][a-z0-9-]{0,23}){0,9})?$')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Whether Asterisk reaches the telephone; null when nobody knows.
ALTER TABLE agent_phone
  ADD COLUMN reachable TINYINT NULL AFTER removed_at,
  ADD CONSTRAINT agent_phone_reachable CHECK (reachable IN (0, 1));

-- A caller's talk with an agent: from the moment when the waiting room gives it, through the ring,
-- to the end. kind CONSULT: another agent is asked while the caller hears music; of_talk is what
-- it is about. node is the process beside whose Asterisk it is. ending may be written before the
-- end: what is to become of the caller. hold opens seats that the agent holds for the caller.
CREATE TABLE talk (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind ENUM ('CALLER', 'CONSULT') NOT NULL,
  of_talk BIGINT NULL,
  call_id VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  account BIGINT NOT NULL,
  phone VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  ticket BIGINT NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  node VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NULL,
  assigned_at DATETIME(3) NOT NULL,
  rang_at DATETIME(3) NULL,
  begun_at DATETIME(3) NULL,
  held_at DATETIME(3) NULL,
  ended_at DATETIME(3) NULL,
  ending ENUM ('OVER', 'UNANSWERED', 'ABANDONED', 'LOST', 'BACK', 'ONWARD', 'UNKNOWN') NULL,
  back_to ENUM ('termine', 'buchen', 'verschieben', 'warteliste') NULL,
  onward BIGINT NULL,
  wrap_code ENUM ('BOOKED', 'MOVED', 'CANCELLED', 'WAITING_LIST', 'INFORMED', 'CALL_BACK',
    'PASSED_ON', 'BROKEN_OFF', 'OTHER') NULL,
  note VARCHAR(1000) NOT NULL DEFAULT '',
  person BIGINT NULL,
  identified_how ENUM ('CODE', 'QUESTIONS') NULL,
  hold VARCHAR(41) CHARACTER SET ascii COLLATE ascii_bin NULL,
  observer VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NULL,
  observed_as ENUM ('LISTEN', 'WHISPER', 'JOIN') NULL,
  live_account BIGINT AS (IF(ended_at IS NULL, account, NULL)) VIRTUAL,
  live_call VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin
    AS (IF(ended_at IS NULL AND kind = 'CALLER', call_id, NULL)) VIRTUAL,
  UNIQUE KEY talk_live_account (live_account),
  UNIQUE KEY talk_live_call (live_call),
  KEY talk_of_call (call_id),
  KEY talk_of_account (account, assigned_at),
  KEY talk_age (assigned_at),
  KEY talk_person (person),
  CONSTRAINT talk_account FOREIGN KEY (account) REFERENCES account (id),
  CONSTRAINT talk_of_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE SET NULL,
  CONSTRAINT talk_kind CHECK ((kind = 'CONSULT') = (of_talk IS NOT NULL)),
  CONSTRAINT talk_end CHECK (ended_at IS NULL OR ending IS NOT NULL),
  CONSTRAINT talk_back CHECK ((ending <=> 'BACK') = (back_to IS NOT NULL)),
  CONSTRAINT talk_onward CHECK (onward IS NULL OR ending = 'ONWARD'),
  CONSTRAINT talk_held CHECK (held_at IS NULL OR (begun_at IS NOT NULL AND ended_at IS NULL)),
  CONSTRAINT talk_unanswered CHECK (
    begun_at IS NULL OR ending IS NULL OR ending NOT IN ('UNANSWERED', 'ABANDONED')),
  CONSTRAINT talk_hold CHECK (hold REGEXP '^[0-9a-z]{1,13}-[0-9a-z]{1,13}-[0-9a-z]{1,13}$'),
  CONSTRAINT talk_observed CHECK ((observer IS NULL) = (observed_as IS NULL)),
  CONSTRAINT talk_language CHECK (language REGEXP '^[a-z]{2}$')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- Who is signed in; no row is signed out. ready_since is the order in which agents are chosen: who
-- was given a caller that hung up at once has the old one again. next and reason: what comes after
-- the talk. version counts all that a desk shows, and whoever writes compares it.
CREATE TABLE agent_seat (
  account BIGINT NOT NULL PRIMARY KEY,
  phone VARCHAR(30) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  state ENUM ('SIGNED_IN', 'READY', 'RINGING', 'TALKING', 'WRAPPING', 'PAUSED') NOT NULL,
  since DATETIME(3) NOT NULL,
  ready_since DATETIME(3) NULL,
  reason ENUM ('BREAK', 'LUNCH', 'MEETING', 'TRAINING', 'OTHER', 'NO_ANSWER', 'DECLINED',
    'PHONE_LOST', 'FORCED') NULL,
  talk BIGINT NULL,
  next ENUM ('READY', 'PAUSED') NOT NULL DEFAULT 'READY',
  ring_until DATETIME(3) NULL,
  signed_in_at DATETIME(3) NOT NULL,
  version BIGINT NOT NULL,
  UNIQUE KEY agent_seat_phone (phone),
  KEY agent_seat_talk (talk),
  KEY agent_seat_order (state, ready_since),
  CONSTRAINT agent_seat_account FOREIGN KEY (account) REFERENCES account (id),
  CONSTRAINT agent_seat_of_talk FOREIGN KEY (talk) REFERENCES talk (id),
  CONSTRAINT agent_seat_form CHECK (phone REGEXP '^[a-z0-9-]{1,30}$'),
  CONSTRAINT agent_seat_ordered CHECK (
    (state <> 'READY' OR ready_since IS NOT NULL)
    AND (ready_since IS NULL OR state IN ('READY', 'RINGING', 'TALKING'))),
  CONSTRAINT agent_seat_busy CHECK (
    (state IN ('RINGING', 'TALKING', 'WRAPPING')) = (talk IS NOT NULL)),
  CONSTRAINT agent_seat_ring CHECK ((state = 'RINGING') = (ring_until IS NOT NULL)),
  CONSTRAINT agent_seat_reason CHECK (
    (state = 'PAUSED' OR next = 'PAUSED') = (reason IS NOT NULL)),
  CONSTRAINT agent_seat_next CHECK (
    next = 'READY' OR state IN ('RINGING', 'TALKING', 'WRAPPING'))
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;

-- What goes along with a caller; forgotten after 30 days. transcript: a line each, with its kind
-- (T told, A asked, K keyed) before it; nothing secret. hold opens the seats that are held.
CREATE TABLE handover (
  call_id VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  why ENUM ('ASKED', 'SILENT', 'NOT_UNDERSTOOD', 'WRONG_CODES', 'NO_LETTER', 'LOCKED', 'FAILURE',
    'AGENT_LOST', 'CALLED_BACK') NOT NULL,
  person BIGINT NULL,
  language CHAR(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  hold VARCHAR(41) CHARACTER SET ascii COLLATE ascii_bin NULL,
  transcript MEDIUMTEXT NOT NULL,
  written_at DATETIME(3) NOT NULL,
  KEY handover_age (written_at),
  CONSTRAINT handover_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE SET NULL,
  CONSTRAINT handover_language CHECK (language REGEXP '^[a-z]{2}$'),
  CONSTRAINT handover_hold CHECK (
    hold REGEXP '^[0-9a-z]{1,13}-[0-9a-z]{1,13}-[0-9a-z]{1,13}$')
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4;
