import "server-only";

/**
 * Joins the account `a` behind an actor's label, null for the system itself. A job works on behalf of an account:
 * `system:job:platform.apply-change-set@account:12`.
 * @param label SQL expression of the label
 */
export const joinAccount = (label: string): string =>
  `LEFT JOIN account a ON a.id = substring(${label} FROM '(?:^|@)account:([0-9]+)$')::integer`;
