-- Times are UTC milliseconds since 1970. Text compares byte by byte (BINARY), which is the ordinal order that the ports promise.

-- With a rowid: documents reach 64 KiB, and rows of that size make a WITHOUT ROWID tree deep.
CREATE TABLE user_preferences (
    user_id    TEXT PRIMARY KEY NOT NULL,
    document   BLOB NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

-- Kept in the order in which a list is read, so that a page is one scan; the index finds an entry by its key.
CREATE TABLE favourites (
    user_id       TEXT NOT NULL,
    added_at      INTEGER NOT NULL,
    movie_id      TEXT NOT NULL,
    title         TEXT NOT NULL,
    poster_path   TEXT,
    backdrop_path TEXT,
    release_date  TEXT,
    vote_average  REAL,
    popularity    REAL,
    genre_ids     TEXT NOT NULL,
    overview      TEXT,
    PRIMARY KEY (user_id, added_at DESC, movie_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX favourites_key ON favourites (user_id, movie_id);

CREATE TABLE watchlist (
    user_id       TEXT NOT NULL,
    added_at      INTEGER NOT NULL,
    movie_id      TEXT NOT NULL,
    title         TEXT NOT NULL,
    poster_path   TEXT,
    backdrop_path TEXT,
    release_date  TEXT,
    vote_average  REAL,
    popularity    REAL,
    genre_ids     TEXT NOT NULL,
    overview      TEXT,
    PRIMARY KEY (user_id, added_at DESC, movie_id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX watchlist_key ON watchlist (user_id, movie_id);

-- Lists of numbers are joined by commas; lists of names are JSON arrays. An empty list is empty text.
CREATE TABLE titles (
    kind              INTEGER NOT NULL CHECK (kind IN (0, 1)),
    id                INTEGER NOT NULL,
    name              TEXT NOT NULL,
    original_name     TEXT,
    release_date      TEXT,
    genre_ids         TEXT NOT NULL,
    cast_names        TEXT NOT NULL,
    directors         TEXT NOT NULL,
    keywords          TEXT NOT NULL,
    countries         TEXT NOT NULL,
    original_language TEXT,
    runtime_minutes   INTEGER,
    vote_average      REAL,
    vote_count        INTEGER,
    popularity        REAL NOT NULL,
    overview          TEXT,
    poster_path       TEXT,
    backdrop_path     TEXT,
    certification     TEXT,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE title_version (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    version  TEXT NOT NULL
) STRICT;

CREATE TABLE settings (
    name  TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
    user_id       TEXT PRIMARY KEY NOT NULL,
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    confirmed     INTEGER NOT NULL DEFAULT 0 CHECK (confirmed IN (0, 1)),
    created_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The code that an unconfirmed user was sent last.
CREATE TABLE confirmation_codes (
    user_id    TEXT PRIMARY KEY NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    code_hash  TEXT NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE refresh_tokens (
    token_hash BLOB PRIMARY KEY NOT NULL,
    user_id    TEXT NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    origin_jti TEXT NOT NULL,
    auth_time  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_tokens_user ON refresh_tokens (user_id);
CREATE INDEX refresh_tokens_expiry ON refresh_tokens (expires_at);

-- Counts by email, whether or not there is such an account: a count kept for accounts alone would tell which emails have one.
CREATE TABLE attempts (
    purpose       TEXT NOT NULL,
    email_hash    BLOB NOT NULL,
    count         INTEGER NOT NULL,
    blocked_until INTEGER NOT NULL,
    forget_at     INTEGER NOT NULL,
    PRIMARY KEY (purpose, email_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX attempts_expiry ON attempts (forget_at);

CREATE TABLE inbox (
    id        INTEGER PRIMARY KEY,
    recipient TEXT NOT NULL,
    email_key TEXT NOT NULL,
    subject   TEXT NOT NULL,
    body      TEXT NOT NULL,
    code      TEXT NOT NULL,
    sent_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX inbox_email ON inbox (email_key, id);
