import { createLoader, createParser, type inferParserType, parseAsStringLiteral } from "nuqs/server";
import { SIGN_IN_RESULTS } from "@/lib/platform/accounts/sign-in-results";
import {
  parseAsDay,
  parseAsId,
  parseAsPage,
  parseAsPageSize,
  parseAsText,
} from "@/lib/platform/url/list-params";

const parseAsAddress = createParser<string>({
  parse: (text) => (/^[0-9a-f.:]{2,45}$/i.test(text.trim()) ? text.trim() : null),
  serialize: String,
});

/** URL state of the history of sign-ins. */
export const signInParams = {
  page: parseAsPage,
  size: parseAsPageSize,
  /** The e-mail that was tried, or a part of the name or e-mail of an account. */
  who: parseAsText,
  /** Id of one account, as links lead here. */
  account: parseAsId,
  result: parseAsStringLiteral(SIGN_IN_RESULTS),
  /** A whole address, or its beginning up to a dot or colon, such as 203.0.113. */
  ip: parseAsAddress,
  from: parseAsDay,
  to: parseAsDay,
};

export type SignInParams = inferParserType<typeof signInParams>;
export const loadSignInParams = createLoader(signInParams);
