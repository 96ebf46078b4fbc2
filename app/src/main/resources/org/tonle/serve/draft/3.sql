-- Levers that were moved on the page, in the log beside the edits of tables.
-- What was moved, in words; '' of an edit of a table.
ALTER TABLE entry ADD COLUMN name TEXT NOT NULL DEFAULT '';
CREATE TABLE move (
  id INTEGER PRIMARY KEY REFERENCES entry (id),
  -- Each browser has levers of its own.
  browser TEXT NOT NULL,
  name TEXT NOT NULL,
  -- Positions of all levers before and after, which only the page reads.
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  -- 0 = it holds, 1 = it was taken back, 2 = it was taken back and another lever was moved since.
  undone INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX move_browser ON move (browser, undone);
