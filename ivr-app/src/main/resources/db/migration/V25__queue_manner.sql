-- More of what supervisors set of the waiting room.

-- ranges: minutes that are used when it is said how long it will take. calling: when people are
-- called back, in minutes of the day in Hessen; null is as the node was started. priorities: the
-- place of each group of callers, group 1 first; a lower one goes first. recording: whether callers
-- are asked if the talk may be recorded, where that is set up.
ALTER TABLE queue_settings
  ADD COLUMN ranges VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL
    DEFAULT '1,2,3,5,10,15,20,30,45,60,90,120,180,240',
  ADD COLUMN calling_from SMALLINT NULL,
  ADD COLUMN calling_until SMALLINT NULL,
  ADD COLUMN music ENUM ('MELODY', 'TONE') NOT NULL DEFAULT 'MELODY',
  ADD COLUMN recording BOOLEAN NOT NULL DEFAULT TRUE,
  ADD COLUMN priorities CHAR(9) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '123456789',
  ADD CONSTRAINT queue_settings_ranges CHECK (ranges REGEXP '^[0-9]{1,3}(,[0-9]{1,3}){1,13}$'),
  ADD CONSTRAINT queue_settings_calling CHECK (
    (calling_from IS NULL) = (calling_until IS NULL)
    AND (calling_from IS NULL OR (calling_from >= 420 AND calling_until <= 1320
      AND calling_from < calling_until))),
  ADD CONSTRAINT queue_settings_priorities CHECK (priorities REGEXP '^[1-9]{9}$');
