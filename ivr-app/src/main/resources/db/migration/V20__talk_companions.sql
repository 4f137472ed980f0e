-- How it ended that another agent was asked, when it was not the asking agent who ended it; with the
-- way from a talk to the questions about it.
ALTER TABLE talk
  ADD COLUMN asked_end ENUM ('NO_ANSWER', 'DECLINED', 'LEFT') NULL AFTER ending,
  ADD KEY talk_questions (of_talk),
  ADD CONSTRAINT talk_asked_end CHECK (
    asked_end IS NULL OR (kind = 'CONSULT' AND ended_at IS NOT NULL));
