import createNextIntlPlugin from "next-intl/plugin";
import { ROUTE_CONTENT_SECURITY_POLICY, securityHeaders } from "./lib/platform/security/headers.ts";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/platform/i18n/request.ts",
  experimental: {
    // Messages are parsed when they are built: the ICU parser stays out of the browser, and formatting is faster.
    messages: {
      path: "./lib/platform/i18n/messages",
      format: "json",
      locales: ["en", "km"],
      sourceLocale: "en",
      precompile: true,
    },
  },
});

// Our own HTTP server gives every answer its headers (lib/platform/security/front-door-look.ts), and matching these
// costs a page something. What depends on the request (policy with its nonce, HSTS) comes from proxy.ts there.
const whereTheServerIsNotOurs = [
  {
    source: "/:path*",
    headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })),
  },
  // Past proxy.ts, and no page.
  ...["/health/:path*", "/api/uploads", "/api/metrics"].map((source) => ({
    source,
    headers: [{ key: "Content-Security-Policy", value: ROUTE_CONTENT_SECURITY_POLICY }],
  })),
];

/** @type {import("next").NextConfig} */
const config = {
  output: "standalone",
  // /health/ready compares the database with the migrations of this build.
  // Lists of sessions show countries of addresses.
  outputFileTracingIncludes: {
    "/**": [
      "./prisma/migrations/**/*",
      "./node_modules/@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb",
    ],
  },
  // No page uses its endpoint, which would work for everybody who asks.
  images: { unoptimized: true },
  poweredByHeader: false,
  // lib/platform/http/compress.ts does it, with settings.
  compress: false,
  typedRoutes: false,
  // Types are a suite of npm test; checking them again would make every start slower.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  // The development server answers under both names of this machine.
  allowedDevOrigins: ["localhost", "127.0.0.1"],
  // A page of an older deployment that navigates gets a full load of the new one instead of a mixture of both.
  deploymentId: process.env.NAGA_DEPLOYMENT_ID || undefined,
  // Native modules, and modules that must exist once per process whichever bundle asks for them.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "compression",
    "file-type",
    "ioredis",
    "pg",
    "pg-boss",
    "pg-copy-streams",
    "pino",
    "prom-client",
    "sharp",
  ],
  experimental: {
    authInterrupts: true,
    optimizePackageImports: ["radix-ui"],
  },
  turbopack: {
    root: import.meta.dirname,
    // Font files imported from code give their hashed address, so that the layout can preload the right script.
    rules: { "*.woff2": [{ condition: { query: "?address" }, type: "asset" }] },
  },
  async headers() {
    return [
      ...(process.env.VERCEL ? whereTheServerIsNotOurs : []),
      {
        // Its address carries the hash of its content (components/ui/icon-names.ts).
        source: "/icons/sprite.svg",
        headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
      },
      {
        source: "/sw.js",
        headers: [
          { key: "Cache-Control", value: "no-cache, max-age=0" },
          { key: "Content-Security-Policy", value: "default-src 'self'" },
        ],
      },
    ];
  },
};

export default withNextIntl(config);
