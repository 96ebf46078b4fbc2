-- The tables as they lay on the disk when their first unsaved edit was made, or as they were saved last.
CREATE TABLE base (
  file TEXT PRIMARY KEY,
  hash TEXT NOT NULL,
  bytes BLOB NOT NULL,
  -- Hash of what a save is about to put in place; '' when none is under way.
  saving TEXT NOT NULL DEFAULT ''
);
-- The log: every edit, undo and redo in the order in which they were acknowledged.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  why TEXT NOT NULL,
  -- 'edit', 'undo', 'redo', 'merge'.
  kind TEXT NOT NULL,
  -- The edit that an undo takes back or a redo repeats.
  of INTEGER,
  file TEXT NOT NULL,
  edits TEXT NOT NULL,
  reverse TEXT NOT NULL,
  -- Of an edit: 0 = it holds, 1 = it was taken back, 2 = it was taken back and something else was done since,
  -- 3 = it holds and cannot be taken back, because the table was changed outside since.
  undone INTEGER NOT NULL DEFAULT 0,
  saved INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX entry_unsaved ON entry (file) WHERE saved = 0;
CREATE TABLE scenario (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  why TEXT NOT NULL,
  who TEXT NOT NULL,
  at TEXT NOT NULL,
  changes TEXT NOT NULL,
  -- Positions of the page's own levers, which only the page reads.
  settings TEXT NOT NULL
);
