-- When the agent had written about a talk and was free again; null while they write, and for talks
-- before this was noted.
ALTER TABLE talk ADD COLUMN wrapped_at DATETIME(3) NULL AFTER ended_at;
