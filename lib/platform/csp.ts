/** What the policy of one answer depends on. */
export type CspContext = {
  /** Fresh for each request, from a secure random source. */
  nonce: string;
  /** The development server needs `eval` and injects styles for its overlay. */
  development: boolean;
  /** The reader came over TLS. */
  secure: boolean;
};

/**
 * The Content-Security-Policy of a page.
 *
 * Scripts run only with the nonce, or when such a script loads them. Style sheets come from this
 * origin alone; `style` attributes are allowed, because server-rendered charts place their marks
 * with them and an attribute can neither load a script nor select another element.
 *
 * @see https://www.w3.org/TR/CSP3/#strict-dynamic-usage
 */
export function contentSecurityPolicy({ nonce, development, secure }: CspContext): string {
  const directives: Record<string, string[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"],
    // Read only by browsers that do not know the two narrower directives below.
    "style-src": ["'self'", "'unsafe-inline'"],
    "style-src-elem": ["'self'", `'nonce-${nonce}'`],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "manifest-src": ["'self'"],
    "worker-src": ["'self'"],
    "object-src": ["'none'"],
    "frame-src": ["'none'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
  };
  if (development) {
    directives["script-src"]?.push("'unsafe-eval'");
    // A nonce would switch 'unsafe-inline' off again.
    directives["style-src-elem"] = ["'self'", "'unsafe-inline'"];
  }
  if (secure) directives["upgrade-insecure-requests"] = [];

  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(" "))
    .join("; ");
}
