export const dynamic = "force-dynamic";

/** A route that does nothing: the reference of `npm run bench -- session`. */
export function GET(): Response {
  return Response.json({ rows: [] });
}
