/** The process answers; nothing else is asked, so that a lost database does not restart the web (operations.md 5). */
export function GET(): Response {
  return Response.json({ status: "up" }, { headers: { "cache-control": "no-store" } });
}
