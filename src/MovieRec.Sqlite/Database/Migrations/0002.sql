-- The catalogue that is fetched: titles one by one, and the snapshot that is read as one.

-- With a rowid, unlike titles: a row of over a kilobyte spills out of the leaves of a WITHOUT ROWID tree.
CREATE TABLE title_records (
    kind              INTEGER NOT NULL CHECK (kind IN (0, 1)),
    id                INTEGER NOT NULL,
    fetched_at        INTEGER,
    expires_at        INTEGER,
    has_details       INTEGER NOT NULL CHECK (has_details IN (0, 1)),
    alias_kind        INTEGER CHECK (alias_kind IN (0, 1)),
    alias_id          INTEGER,
    matched_at        INTEGER,
    name              TEXT NOT NULL,
    original_name     TEXT,
    release_date      TEXT,
    genre_ids         TEXT NOT NULL,
    cast_names        TEXT NOT NULL,
    directors         TEXT NOT NULL,
    keywords          TEXT NOT NULL,
    countries         TEXT NOT NULL,
    original_language TEXT,
    certification     TEXT,
    runtime_minutes   INTEGER,
    vote_average      REAL,
    vote_count        INTEGER,
    popularity        REAL NOT NULL,
    overview          TEXT,
    poster_path       TEXT,
    backdrop_path     TEXT,
    imdb_id           TEXT,
    wikidata_id       TEXT,
    PRIMARY KEY (kind, id),
    CHECK ((alias_kind IS NULL) = (alias_id IS NULL))
) STRICT;
CREATE INDEX title_records_expiry ON title_records (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX title_records_imdb ON title_records (imdb_id) WHERE imdb_id IS NOT NULL;

-- The blobs last, and names after core: what comes before them is read without them.
CREATE TABLE snapshots (
    id      TEXT PRIMARY KEY NOT NULL,
    version TEXT NOT NULL,
    place   TEXT NOT NULL UNIQUE CHECK (place IN ('current', 'previous')),
    core    BLOB NOT NULL,
    names   BLOB NOT NULL
) STRICT;

-- Nobody holds the lease where there is no holder.
CREATE TABLE refresh_journal (
    only_row    INTEGER PRIMARY KEY CHECK (only_row = 1),
    holder      TEXT,
    lease_until INTEGER NOT NULL,
    progress    BLOB
) STRICT;

-- Keys as in lists, joined by commas: movie#603,tv#1399.
CREATE TABLE kept_lists (
    question   TEXT PRIMARY KEY NOT NULL,
    keys       TEXT NOT NULL,
    total      INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX kept_lists_expiry ON kept_lists (expires_at);

CREATE TABLE noted_titles (
    kind INTEGER NOT NULL CHECK (kind IN (0, 1)),
    id   INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Of these the embedded catalogue is made anew at the next start.
DROP TABLE titles;
DROP TABLE title_version;
