-- The lists of accounts and sign-ins cost the same at a million rows. Prisma's schema cannot say these.

-- Part of a name or an e-mail.
CREATE INDEX IF NOT EXISTS account_name_trigram ON account USING gin (display_name gin_trgm_ops);
CREATE INDEX IF NOT EXISTS account_email_trigram ON account USING gin ((email::text) gin_trgm_ops);
CREATE INDEX IF NOT EXISTS account_by_name ON account (display_name, id);
-- Closed accounts are few.
CREATE INDEX IF NOT EXISTS account_disabled ON account (display_name, id) WHERE status = 'DISABLED';
-- Who holds a role; the few administrators among thousands of students.
CREATE INDEX IF NOT EXISTS role_assignment_role ON role_assignment (role, account_id);
-- When somebody signed in last, and who did not for a long time.
CREATE INDEX IF NOT EXISTS account_session_begun ON account_session (account_id, created_at);
-- Refusals among many successes, by kind, by address, by the e-mail that was tried.
CREATE INDEX IF NOT EXISTS sign_in_event_result ON sign_in_event (result, at);
CREATE INDEX IF NOT EXISTS sign_in_event_ip ON sign_in_event (ip text_pattern_ops, at);
CREATE INDEX IF NOT EXISTS sign_in_event_email ON sign_in_event (email, at);
