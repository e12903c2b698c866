/** Levels of language programmes: -2 pre-beginner, -1 beginner, then numbers (domain.md 0.2 row 22). */
export const LEVELS = [-2, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
