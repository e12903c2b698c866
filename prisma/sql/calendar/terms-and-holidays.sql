-- What dates of terms and holidays can never be (domain.md 1.2, 3.1 Term, 4.1 Holiday). Deadlines lie within the term;
-- registration may open long before it. Days are inclusive on both ends.

SELECT hold_constraint('term', 'term_days_in_order', 'CHECK (start_date < end_date)');
SELECT hold_constraint('term', 'term_add_within',
  'CHECK (add_deadline IS NULL OR add_deadline BETWEEN start_date AND end_date)');
SELECT hold_constraint('term', 'term_drop_after_add',
  'CHECK (drop_deadline IS NULL OR drop_deadline BETWEEN coalesce(add_deadline, start_date) AND end_date)');
SELECT hold_constraint('term', 'term_discount_before_end', 'CHECK (discount_end_date IS NULL OR discount_end_date <= end_date)');
SELECT hold_constraint('term', 'term_payment_before_end', 'CHECK (payment_deadline IS NULL OR payment_deadline <= end_date)');
SELECT hold_constraint('term', 'term_registration_in_order',
  'CHECK (registration_closes_on IS NULL OR registration_closes_on BETWEEN coalesce(registration_opens_on, registration_closes_on) AND end_date)');
SELECT hold_constraint('term', 'term_registration_opens_in_time',
  'CHECK (registration_opens_on IS NULL OR registration_opens_on <= end_date)');
SELECT hold_constraint('term', 'term_cohorts_positive', 'CHECK (ba_cohort_number > 0 AND ma_cohort_number > 0)');
SELECT hold_constraint('term', 'term_code_written', $$CHECK (code ~ '^[A-Z0-9][A-Z0-9.-]{0,29}$')$$);

SELECT hold_constraint('holiday', 'holiday_days_in_order', 'CHECK (start_date <= end_date)');
SELECT hold_constraint('holiday', 'holiday_named', $$CHECK (btrim(name) <> '' AND btrim(name_km) <> '')$$);
