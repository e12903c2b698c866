/** An answer, and how it was asked for: method and address. Names of headers are lower case. */
export type Answer = { what: string; status: number; headers: Record<string, string>; body: string };

const ALWAYS: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "x-frame-options": /^DENY$/,
  "referrer-policy": /^(strict-origin-when-cross-origin|same-origin|no-referrer)$/,
  "permissions-policy": /microphone=\(\)/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "content-security-policy": /./,
};

/** Files of the build and of public/: the same for everybody, so caches may keep them. */
const COMMON =
  /^\w+ \/(_next\/static\/|icons\/|sw\.js|offline\.(html|css)|manifest\.webmanifest|favicon\.ico|icon\.svg|apple-icon\.png)/;

/** What is wrong with an answer; empty when nothing is. */
export function faults({ what, status, headers, body }: Answer, tls: boolean): string[] {
  const found: string[] = [];
  const policy = headers["content-security-policy"] ?? "";
  for (const [name, pattern] of Object.entries(ALWAYS))
    if (!pattern.test(headers[name] ?? "")) found.push(`${name}: ${headers[name] ?? "missing"}`);
  if (/unsafe-inline|unsafe-eval|unsafe-hashes|(^|[ ;])\*/.test(policy)) found.push(`policy: ${policy}`);
  // The worker's own file and the offline page are policies of their own; a document must say who may frame it.
  if (/text\/html/.test(headers["content-type"] ?? "") && !/frame-ancestors 'none'/.test(policy))
    found.push(`frame-ancestors: ${policy}`);
  if (tls !== /max-age=(\d{8,})/.test(headers["strict-transport-security"] ?? ""))
    found.push(`HSTS: ${headers["strict-transport-security"] ?? "missing"}`);
  if (!COMMON.test(what) && !/no-store/.test(headers["cache-control"] ?? ""))
    found.push(`cache-control: ${headers["cache-control"] ?? "missing"}`);
  if (headers["x-powered-by"] ?? headers.server) found.push("says what it is made of");
  if (/text\/html/.test(headers["content-type"] ?? "") && body.includes("<script"))
    found.push(...inlineFaults(body, policy));
  return found.map((fault) => `${what} → ${status}: ${fault}`);
}

/** Scripts and styles in the document that the policy's nonce does not cover, and handlers in attributes. */
function inlineFaults(html: string, policy: string): string[] {
  // Where nothing may run at all, nothing does.
  if (/default-src 'none'/.test(policy) && !/(script|style)-src/.test(policy)) return [];
  const nonce = policy.match(/script-src[^;]*'nonce-([^']+)'/)?.[1];
  if (!nonce) return ["no nonce for its scripts"];
  const tags = [...html.matchAll(/<(script|style)\b[^>]*>/g)].map(([tag]) => tag);
  const bare = tags.filter(
    (tag) => !tag.includes(`nonce="${nonce}"`) && !/\bsrc="\/_next\/static\//.test(tag),
  );
  const handlers = [...html.matchAll(/<[a-z][^>]*\s(on[a-z]+)="/g)].map(([tag]) => tag.slice(0, 80));
  return [...bare.map((tag) => `without nonce: ${tag.slice(0, 80)}`), ...handlers];
}
