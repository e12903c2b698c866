import { z } from "zod";

/** What a person chooses for the screen. */
export const preferencesInput = z.strictObject({
  locale: z.enum(["en", "km"]),
  digits: z.enum(["western", "khmer"]),
  theme: z.enum(["system", "light", "dark"]),
  density: z.enum(["comfortable", "compact"]),
});
export type PreferencesInput = z.infer<typeof preferencesInput>;

/** A change of one's own password. Length and likeness are judged by `passwordProblems`. */
export const passwordInput = z.strictObject({
  current: z.string().min(1).max(1024),
  next: z.string().min(1).max(1024),
});
export type PasswordInput = z.infer<typeof passwordInput>;

export const endSessionInput = z.strictObject({ sessionId: z.uuid() });
export type EndSessionInput = z.infer<typeof endSessionInput>;

export const nothing = z.strictObject({});
