-- Rooms (domain.md 4.1).
SELECT hold_constraint('room', 'room_code_letters', $$CHECK (code ~ '^[A-Z0-9][A-Z0-9-]{0,11}$')$$);
SELECT hold_constraint('room', 'room_capacity_range', 'CHECK (capacity BETWEEN 1 AND 2000)');
