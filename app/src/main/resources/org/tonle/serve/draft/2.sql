-- Answers of long runs by the hash of all that they depend on: tables, levers, settings and program.
CREATE TABLE answer (
  hash TEXT PRIMARY KEY,
  -- Higher = asked for later.
  used INTEGER NOT NULL,
  answer TEXT NOT NULL
);
