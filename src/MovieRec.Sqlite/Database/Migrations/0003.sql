-- Emails are compared with the domain in ASCII now. email_key is this program's function.
UPDATE OR IGNORE users SET email_key = email_key(email) WHERE email GLOB '*[^ -~]*';

-- Finds the accounts that were never confirmed, which end after a day.
CREATE INDEX users_unconfirmed ON users (created_at) WHERE confirmed = 0;
