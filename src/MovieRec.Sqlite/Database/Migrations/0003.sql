-- Finds the accounts that were never confirmed, which end after a day.
CREATE INDEX users_unconfirmed ON users (created_at) WHERE confirmed = 0;
