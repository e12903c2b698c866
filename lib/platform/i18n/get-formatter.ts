import "server-only";
import { cache } from "react";
import { type Formatter, formatter } from "./formatter";
import { requestPreferences } from "./preferences";

/** The formatter of the person behind the request. Client components use `useFormat` of format-provider.tsx. */
export const getFormat = cache(async (): Promise<Formatter> => {
  const { locale, digits } = await requestPreferences();
  return formatter(locale, digits);
});
