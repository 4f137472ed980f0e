-- A second queue: of those who wait for a person. The same waiting room, once more; rounds of each
-- take turns on a row of its own, and neither looks at the other's tickets. 1 is the dialogue with
-- the machine, 2 are people.

ALTER TABLE queue_gate
  DROP CONSTRAINT queue_gate_one,
  ADD CONSTRAINT queue_gate_each CHECK (id IN (1, 2));

INSERT INTO queue_gate (id, next_place, phase, worked_at, resumed_at)
  VALUES (2, 1, 'SHUT', '2021-01-01', '2021-01-01');

-- A process has a row in each queue.
ALTER TABLE queue_node
  ADD COLUMN queue TINYINT NOT NULL DEFAULT 1,
  ADD CONSTRAINT queue_node_queue CHECK (queue IN (1, 2));

-- skill: what the person has to be able to do; null is anybody. served_by: the agent whose telephone
-- rings for it; in the dialogue without one is who was called back and has not pressed a key yet.
ALTER TABLE queue_ticket
  ADD COLUMN queue TINYINT NOT NULL DEFAULT 1,
  ADD COLUMN skill VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
  ADD COLUMN served_by BIGINT NULL,
  DROP KEY queue_ticket_order,
  ADD KEY queue_ticket_order (queue, phase, priority, place),
  DROP KEY queue_ticket_call,
  ADD UNIQUE KEY queue_ticket_call (call_id, queue),
  ADD UNIQUE KEY queue_ticket_live (live_person, queue),
  ADD KEY queue_ticket_in (queue, admitted_at),
  DROP KEY queue_ticket_admitted,
  ADD CONSTRAINT queue_ticket_queue CHECK (queue IN (1, 2)),
  ADD CONSTRAINT queue_ticket_skill CHECK (skill IS NULL OR skill REGEXP '^[a-z-]{1,20}$'),
  ADD CONSTRAINT queue_ticket_served CHECK (
    served_by IS NULL OR (queue = 2 AND phase = 'DIALOGUE'));

ALTER TABLE queue_ticket DROP KEY queue_ticket_person;
