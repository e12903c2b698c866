import { type LooseTranslator, loose } from "@/lib/platform/i18n/explain-text";

/**
 * A result of the history of sign-ins for administrators: they are told whether an e-mail is known and which rule
 * refused, which the owner of an account is not. `signIns` and `account` are the namespaces.
 */
export function resultText(result: string, signIns: unknown, account: unknown): string {
  const [exact, common]: [LooseTranslator, LooseTranslator] = [loose(signIns), loose(account)];
  if (exact.has(`results.${result}`)) return exact(`results.${result}`);
  return common.has(`signIns.results.${result}`) ? common(`signIns.results.${result}`) : result;
}
