import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  experimental: {
    // Messages are parsed when building, so that no parser travels to the phone.
    messages: {
      path: ["./lib/i18n/messages/id", "./lib/i18n/messages/en"],
      format: "json",
      locales: "infer",
      precompile: true,
    },
  },
});

/**
 * Headers that are the same for every answer. The Content-Security-Policy of pages carries a
 * nonce and is therefore set per request, in `proxy.ts`.
 */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  // Not `no-referrer`: browsers then send `Origin: null` with forms, and server actions, which
  // compare Origin with Host, would refuse them.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
  {
    key: "Permissions-Policy",
    value:
      "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), midi=(), display-capture=(), browsing-topics=()",
  },
];

/** Two years, the least that browsers' preload lists accept. */
const overTlsOnly = {
  key: "Strict-Transport-Security",
  value: "max-age=63072000; includeSubDomains",
};

/**
 * Scripts and styles of the build, for who reads brotli: lib/setup/compress.ts has laid them beside.
 * Where somebody else builds, there are none. A file that is not there is answered with 404 under the
 * same header, so that its few words cannot be read; a script that fails to load fails either way.
 */
const brotli = process.env.LOKUS_DIST_DIR
  ? Object.entries({ js: "application/javascript", css: "text/css" }).map(([extension, type]) => ({
      source: `/_next/static/chunks/:file(.+\\.${extension})`,
      has: [{ type: "header", key: "accept-encoding", value: "(?:.*[ ,])?br(?:[ ,;].*)?" }],
      headers: [
        { key: "Content-Encoding", value: "br" },
        { key: "Content-Type", value: `${type}; charset=UTF-8` },
        { key: "Vary", value: "Accept-Encoding" },
      ],
    }))
  : [];

/** @type {import("next").NextConfig} */
const config = {
  // Tests build beside a running `npm start`, into a folder of their own.
  distDir: process.env.LOKUS_DIST_DIR || ".next",
  poweredByHeader: false,
  // lib/setup/web-process.mjs compresses what is answered.
  compress: false,
  // What a page preloads stands in its head, compressed; a second time as a header it would not be.
  reactMaxHeadersLength: 0,
  reactStrictMode: true,
  // `npm test` checks them, all of them and first: whoever starts need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // Both names of this machine reach the development server.
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  // Native code and drivers are required at run time, never bundled. (Next does this by itself for
  // pg, pino, @prisma/client and @node-rs/argon2.)
  serverExternalPackages: [
    "@prisma/adapter-pg",
    "rate-limiter-flexible",
    "pg-boss",
    "nodemailer",
    "docx",
    "pdfkit",
  ],
  experimental: {
    // Server fast refresh keeps old JSON modules alive: a new message would be missing until restart.
    turbopackServerFastRefresh: false,
    // Not at a first build: lib/setup/build.ts says why.
    turbopackFileSystemCacheForBuild: process.env.LOKUS_BUILD_CACHE === "1",
  },
  // The account menu stands in the other corner.
  devIndicators: { position: "bottom-right" },
  async rewrites() {
    return {
      beforeFiles: brotli.map(({ source, has }) => ({
        source,
        has,
        destination: "/_next/static/chunks/:file.br",
      })),
    };
  },
  async headers() {
    return [
      { source: "/:path*", headers: everywhere },
      {
        // The proxy that ends TLS says so. The header only ever adds strictness.
        source: "/:path*",
        has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
        headers: [overTlsOnly],
      },
      ...brotli,
      {
        // Machine answers are never documents: whatever a browser makes of one, it may load nothing.
        source: "/api/:path*",
        headers: [
          {
            key: "Content-Security-Policy",
            value:
              "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
          },
        ],
      },
      {
        // What somebody else made stands in no origin at all.
        source: "/api/files/:path*",
        headers: [
          {
            key: "Content-Security-Policy",
            value:
              "sandbox; default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
          },
        ],
      },
    ];
  },
};

export default withNextIntl(config);
