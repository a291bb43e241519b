import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./csp";

const production = { nonce: "bm9uY2U", development: false, secure: true };

describe("contentSecurityPolicy", () => {
  it("lets scripts run by nonce only", () => {
    const policy = contentSecurityPolicy(production);
    expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U' 'strict-dynamic';");
    expect(policy).not.toContain("unsafe-eval");
  });

  it("lets no inline style sheet in", () => {
    expect(contentSecurityPolicy(production)).toContain("style-src-elem 'self' 'nonce-bm9uY2U';");
  });

  it("forbids being framed, plugins and a foreign base", () => {
    const policy = contentSecurityPolicy(production);
    for (const rule of ["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"]) {
      expect(policy).toContain(rule);
    }
  });

  it("asks for TLS only from those who came by TLS, so that plain localhost works", () => {
    expect(contentSecurityPolicy(production)).toContain("upgrade-insecure-requests");
    expect(contentSecurityPolicy({ ...production, secure: false })).not.toContain("upgrade");
  });

  it("allows eval in development alone", () => {
    expect(contentSecurityPolicy({ ...production, development: true })).toContain("'unsafe-eval'");
  });
});
