-- What templates, merges and deliveries can never be, whoever writes them.

SELECT hold_constraint('message_template', 'message_template_named',
  'CHECK (length(btrim(name)) BETWEEN 1 AND 120)');
-- A template says something in at least one language, and whole: a mail has a subject wherever it has a text.
SELECT hold_constraint('message_template', 'message_template_says_something',
  'CHECK (body_en IS NOT NULL OR body_km IS NOT NULL)');
SELECT hold_constraint('message_template', 'message_template_mail_has_subject',
  $$CHECK (medium <> 'EMAIL' OR ((body_en IS NULL) = (subject_en IS NULL) AND (body_km IS NULL) = (subject_km IS NULL)))$$);

SELECT hold_constraint('mail_merge', 'mail_merge_sender_known', 'FOREIGN KEY (account_id) REFERENCES account (id)');
SELECT hold_constraint('mail_merge', 'mail_merge_language', $$CHECK (language IN ('en', 'km', 'preferred'))$$);

SELECT hold_constraint('mail_delivery', 'mail_delivery_person_known', 'FOREIGN KEY (person_id) REFERENCES person (id)');
-- What was sent says when; what failed or was left out says why.
SELECT hold_constraint('mail_delivery', 'mail_delivery_sent_when', $$CHECK ((status = 'SENT') = (sent_at IS NOT NULL))$$);
SELECT hold_constraint('mail_delivery', 'mail_delivery_failed_why',
  $$CHECK (status NOT IN ('FAILED', 'SKIPPED') OR problem IS NOT NULL)$$);

-- Nobody gets a message twice: what was sent stays sent.
CREATE OR REPLACE FUNCTION mail_delivery_sent_stays() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'SENT' AND NEW.status <> 'SENT' THEN
    RAISE EXCEPTION 'constraint "mail_delivery_sent_stays" of delivery % is broken', NEW.id
      USING ERRCODE = '23514', CONSTRAINT = 'mail_delivery_sent_stays', TABLE = 'mail_delivery';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE TRIGGER mail_delivery_sent_stays BEFORE UPDATE ON mail_delivery
  FOR EACH ROW EXECUTE FUNCTION mail_delivery_sent_stays();
