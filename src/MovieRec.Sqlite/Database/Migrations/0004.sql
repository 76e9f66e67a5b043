-- TMDB's id of a title that comes with the program.
ALTER TABLE title_records ADD COLUMN tmdb_id INTEGER;
