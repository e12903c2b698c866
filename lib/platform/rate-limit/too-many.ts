import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerBare } from "@/lib/platform/security/bare-answer";

const STYLE =
  "body{font:1rem/1.6 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1.5rem;color:#1c1917;background:#fff}" +
  "h1{font-size:1.375rem;margin:2rem 0 .25rem}p{margin:0}a{color:inherit}" +
  "@media (prefers-color-scheme:dark){body{color:#f5f5f4;background:#1c1917}}";

const POLICY = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** Answers 429 without Next, in both languages, since nobody asked yet who this is. A machine reads a problem. */
export function answerTooMany(request: IncomingMessage, response: ServerResponse, seconds: number): void {
  const wantsPage = (request.headers.accept ?? "").includes("text/html");
  const body = wantsPage
    ? page(seconds)
    : `${JSON.stringify({ type: "urn:naga:error:platform.rate_limited", title: "Too many requests", status: 429, code: "platform.rate_limited" })}\n`;
  answerBare(
    response,
    429,
    {
      "content-security-policy": POLICY,
      "retry-after": String(seconds),
      "content-type": wantsPage ? "text/html; charset=utf-8" : "application/problem+json; charset=utf-8",
    },
    request.method === "HEAD" ? "" : body,
  );
}

function page(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const wait =
    seconds <= 90
      ? [`Wait ${seconds} seconds`, `សូមរង់ចាំ ${seconds} វិនាទី`]
      : [`Wait ${minutes} minutes`, `សូមរង់ចាំ ${minutes} នាទី`];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Too many requests · សំណើច្រើនពេក</title><style>${STYLE}</style></head><body><main>
<h1>Too many requests</h1><p>That was too many requests in a short time. ${wait[0]}, then <a href="">try again</a>.</p>
<section lang="km"><h1>សំណើច្រើនពេក</h1><p>មានសំណើច្រើនពេកក្នុងរយៈពេលខ្លី។ ${wait[1]} រួច<a href="">ព្យាយាមម្ដងទៀត</a>។</p></section>
</main></body></html>
`;
}
