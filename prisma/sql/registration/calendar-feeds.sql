-- An address is a random token, of which only the hash is kept, and has a name by which its owner knows it again.

SELECT hold_constraint('calendar_feed', 'calendar_feed_hash', 'CHECK (token_hash ~ ''^[0-9a-f]{64}$'')');
SELECT hold_constraint('calendar_feed', 'calendar_feed_named', 'CHECK (label ~ ''\S'' AND length(label) <= 60)');
