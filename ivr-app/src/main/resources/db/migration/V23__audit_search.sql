-- Who did what is looked for by person and by kind, the newest first.
ALTER TABLE audit_event
  ADD KEY audit_actor (actor, id),
  ADD KEY audit_action (action, id);
