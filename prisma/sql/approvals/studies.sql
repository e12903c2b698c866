-- Which decision made a change of major and a leave: one decision, one of them.
CREATE UNIQUE INDEX IF NOT EXISTS major_declaration_approval_once ON major_declaration (approval_id);
SELECT hold_constraint('major_declaration', 'major_declaration_approval_known',
  'FOREIGN KEY (approval_id) REFERENCES approval (id)');
CREATE UNIQUE INDEX IF NOT EXISTS leave_approval_once ON leave_of_absence (approval_id);
SELECT hold_constraint('leave_of_absence', 'leave_approval_known',
  'FOREIGN KEY (approval_id) REFERENCES approval (id)');
