/** What the policy depends on: the nonce of this answer, TLS, and whether this is the development server. */
export type PolicyInput = {
  nonce: string;
  tls: boolean;
  development: boolean;
  /** Origin of Keycloak: signing out is a form whose answer leads there, and browsers follow the policy through that. */
  identityProvider?: string | undefined;
};

const YEAR_SECONDS = 31_536_000;

/**
 * The content security policy of a page. No `unsafe-inline` and no `unsafe-eval` where people work; the development
 * server needs both for its overlay, hot styles and its socket.
 */
export function contentSecurityPolicy({ nonce, tls, development, identityProvider }: PolicyInput): string {
  const directives: [string, ...string[]][] = [
    ["default-src", "'self'"],
    [
      "script-src",
      "'self'",
      `'nonce-${nonce}'`,
      "'strict-dynamic'",
      ...(development ? ["'unsafe-eval'"] : []),
    ],
    ["style-src", "'self'", development ? "'unsafe-inline'" : `'nonce-${nonce}'`],
    ["img-src", "'self'", "data:", "blob:"],
    ["font-src", "'self'"],
    ["connect-src", "'self'", ...(development ? ["ws:", "wss:"] : [])],
    ["worker-src", "'self'"],
    ["manifest-src", "'self'"],
    ["object-src", "'none'"],
    ["frame-src", "'none'"],
    ["frame-ancestors", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'self'", ...(identityProvider ? [identityProvider] : [])],
    ...(tls ? ([["upgrade-insecure-requests"]] as [string][]) : []),
  ];
  return directives.map((parts) => parts.join(" ")).join("; ");
}

/** The policy of everything that is no page: JSON, files, feeds. Nothing in them may run or be framed. */
export const ROUTE_CONTENT_SECURITY_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

/** Only where there is TLS (RFC 6797 7.2), which is known when the server runs, not when the image is built. */
export const hstsHeader: [name: string, value: string] = [
  "strict-transport-security",
  `max-age=${YEAR_SECONDS}; includeSubDomains`,
];

/** Headers of every answer whatsoever; `next.config.mjs` sets them, the rest comes from `proxy.ts`. */
export const securityHeaders: Record<string, string> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy":
    "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
};
