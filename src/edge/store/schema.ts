// The tables of a record file, as numbered steps: a file of an older version is brought up step by step, one of a newer version is refused.

/** "Parl" in ASCII: tells our files from other SQLite files. */
export const APPLICATION_ID = 0x5061726c

/** Step n brings a file from version n to n + 1. A step that was released is never changed. */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE state (key TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO state VALUES ('revision', 0);

CREATE TABLE documents (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sha256 TEXT NOT NULL,
  place TEXT,
  file TEXT,
  publisher TEXT,
  outlet TEXT NOT NULL,
  published TEXT,
  added TEXT NOT NULL,
  article BLOB NOT NULL
) STRICT;
CREATE INDEX documents_by_text ON documents (sha256);
CREATE INDEX documents_by_place ON documents (place) WHERE place IS NOT NULL;
CREATE INDEX documents_by_day ON documents (published);

CREATE TABLE layers (
  document INTEGER PRIMARY KEY REFERENCES documents (number) ON DELETE CASCADE,
  packs TEXT NOT NULL,
  engine TEXT NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX layers_by_stamp ON layers (packs, engine);

CREATE TABLE judgements (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL) STRICT;
CREATE TABLE refused (place TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE settled (one INTEGER PRIMARY KEY CHECK (one = 1), revision INTEGER NOT NULL, stamp TEXT NOT NULL, body BLOB NOT NULL) STRICT;

CREATE VIRTUAL TABLE words USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE entry_words USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE TABLE entries (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  status TEXT,
  origins INTEGER NOT NULL,
  first TEXT,
  last TEXT,
  names TEXT NOT NULL,
  issues TEXT NOT NULL,
  outlets TEXT NOT NULL,
  citations TEXT NOT NULL
) STRICT;
CREATE INDEX entries_by_status ON entries (status, number);
CREATE TABLE people (number INTEGER PRIMARY KEY, names TEXT NOT NULL) STRICT;
CREATE TABLE past (entry TEXT PRIMARY KEY, claim TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE named (document INTEGER NOT NULL, entity INTEGER NOT NULL, PRIMARY KEY (document, entity)) STRICT, WITHOUT ROWID;
`,
  // Rows of entries are wide: what narrows them (status, days) is looked at in an index, and only what is shown is read.
  `
DROP INDEX entries_by_status;
CREATE INDEX entries_by_status ON entries (status, number, last, first);
CREATE INDEX entries_by_day ON entries (first, last);
`,
]

export const SCHEMA_VERSION = MIGRATIONS.length
