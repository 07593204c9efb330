CREATE TABLE answer (
  id              TEXT PRIMARY KEY CHECK (id <> ''),
  time            INTEGER NOT NULL, -- milliseconds since 1970, UTC
  lang            TEXT NOT NULL,
  question        TEXT NOT NULL,
  completed       TEXT NOT NULL,
  outcome         TEXT NOT NULL,
  mode            TEXT NOT NULL,
  text            TEXT NOT NULL,
  sources         TEXT NOT NULL,    -- JSON, as notices and withheld; empty for none
  notices         TEXT NOT NULL,
  withheld        TEXT NOT NULL,
  content_version TEXT NOT NULL,
  latency         INTEGER NOT NULL, -- microseconds
  useful          INTEGER,          -- feedback: null until there is some
  comment         TEXT,
  feedback_time   INTEGER
) STRICT;

CREATE INDEX answer_time ON answer (time);
CREATE INDEX answer_declined ON answer (time) WHERE outcome = 'declined';
CREATE INDEX answer_not_useful ON answer (time) WHERE useful = 0;
