/**
 * How much one account, one browser or one address may ask for (domain.md 11.4). Points are requests per `seconds`.
 * Who is signed in is counted by account, and who is not by the browser when it was signed in before: a campus stands
 * behind one address. `address` is for strangers, so it holds as many people as may come at once.
 */
export type Policy = { signedIn: number; anonymous: number; address?: number; seconds: number };

export const POLICIES = {
  api: { signedIn: 300, anonymous: 60, seconds: 60 },
  // Two requests a sign-in through Keycloak, which counts wrong passwords itself.
  auth: { signedIn: 30, anonymous: 10, address: 3000, seconds: 60 },
  // Pictures: a page of them holds dozens, and most are answered "not changed".
  photo: { signedIn: 1200, anonymous: 5, seconds: 60 },
  upload: { signedIn: 20, anonymous: 5, seconds: 60 },
  search: { signedIn: 120, anonymous: 30, seconds: 60 },
  // Server actions; nobody works faster by hand than two a second for a whole minute.
  write: { signedIn: 120, anonymous: 10, seconds: 60 },
  export: { signedIn: 20, anonymous: 5, seconds: 60 },
  // Calendars that ask by a private address: thousands from the few machines of their providers, each seldom.
  feed: { signedIn: 60, anonymous: 20, address: 1200, seconds: 60 },
} as const satisfies Record<string, Policy>;

export type PolicyName = keyof typeof POLICIES;

/**
 * Pages, counted before Next sees them (`page-limit.ts`). An hour bounds what a stolen session can copy page by page;
 * nobody reads fifty a minute for an hour. Strangers: twenty a second (the edge's general limit), saved up for five
 * minutes, because two thousand students open the sign-in page when registration does; each of them who signs in gives
 * back what that cost.
 */
export const PAGE_POLICIES = {
  account: [
    { points: 300, seconds: 60 },
    { points: 3000, seconds: 3600 },
  ],
  device: [{ points: 120, seconds: 60 }],
  address: [{ points: 6000, seconds: 300 }],
} as const;

/** Requests that a sign-in costs before it is one: the start, the form, the answer, a slip. */
export const GIVEN_BACK_BY_SIGN_IN = 6;
