/**
 * How much one account or one address may ask for (domain.md 11.4). Points are requests per `seconds`; who is signed
 * in is counted by account, so that a campus behind one address does not throttle itself.
 */
export type Policy = { signedIn: number; anonymous: number; seconds: number };

export const POLICIES = {
  api: { signedIn: 300, anonymous: 60, seconds: 60 },
  auth: { signedIn: 30, anonymous: 10, seconds: 60 },
  upload: { signedIn: 20, anonymous: 5, seconds: 60 },
  search: { signedIn: 120, anonymous: 30, seconds: 60 },
  // Server actions; nobody works faster by hand than two a second for a whole minute.
  write: { signedIn: 120, anonymous: 10, seconds: 60 },
  export: { signedIn: 20, anonymous: 5, seconds: 60 },
} as const satisfies Record<string, Policy>;

export type PolicyName = keyof typeof POLICIES;
