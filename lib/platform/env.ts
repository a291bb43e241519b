import "server-only";
import { z } from "zod";
import { processWide } from "@/lib/platform/process-wide";

/** Settings that are empty count as not given: that is how `.env` files leave one out. */
const given = (schema: z.ZodType<string, string>, missing: string) =>
  z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.string({ error: missing }).pipe(schema),
  );

const connectionString = (name: string, role: string) =>
  given(
    z.string().superRefine((value, context) => {
      const url = URL.canParse(value) ? new URL(value) : undefined;
      if (!url || !/^postgres(ql)?:$/.test(url.protocol)) {
        context.addIssue(
          `${name} must be a connection string: postgresql://user:password@host/name.`,
        );
        return;
      }
      if (!url.username) context.addIssue(`${name} must name the user: ${role}.`);
      if (url.pathname.length < 2)
        context.addIssue(`${name} must name the database after the host.`);
    }),
    `${name} is missing: the connection string of ${role}.`,
  );

/** The fewest characters of a secret that signs sessions: 256 bits in base64 have 43. */
const SECRET_LENGTH = 32;
/** The same few characters over and over, to the very end: a random secret may well begin "yy". */
const REPEATED = /^(.{1,16})\1+$/;
/** What is found in examples and manuals. */
const PLACEHOLDER =
  /change.?me|replace.?me|your.?secret|example|placeholder|password|lokus|secret.?key/i;

const authSecret = given(
  z.string().superRefine((value, context) => {
    const advice = "Make one with: openssl rand -base64 33";
    if (value.length < SECRET_LENGTH) {
      context.addIssue(`AUTH_SECRET must have at least ${SECRET_LENGTH} characters. ${advice}`);
    } else if (PLACEHOLDER.test(value) || new Set(value).size < 12 || REPEATED.test(value)) {
      context.addIssue(`AUTH_SECRET must be random; this one can be guessed. ${advice}`);
    }
  }),
  "AUTH_SECRET is missing: the random secret that signs sessions. Make one with: openssl rand -base64 33",
);

const appUrl = given(
  z.string().transform((value, context) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search || url.hash) {
      context.addIssue("APP_URL must be an address without a path: https://lokus.example.go.id");
      return z.NEVER;
    }
    return url.origin;
  }),
  "APP_URL is missing: the address at which people reach Lokus, https://lokus.example.go.id",
);

/** Where the web server listens. */
export const listenSettings = z.object({
  /** This machine alone, unless told otherwise. */
  HOST: z.preprocess((value) => value || "127.0.0.1", z.string()),
  PORT: z.preprocess(
    (value) => value || "3000",
    z
      .string()
      .regex(/^\d{1,5}$/, "PORT must be a number between 1 and 65535.")
      .transform(Number)
      .refine((port) => port >= 1 && port <= 65_535, "PORT must be a number between 1 and 65535."),
  ),
});

/** A whole number within bounds, as environments write it. */
const wholeNumber = (name: string, fallback: number, max: number) => {
  const advice = `${name} must be a whole number between 0 and ${max}.`;
  return z.preprocess(
    (value) => value || String(fallback),
    z
      .string()
      .regex(/^\d{1,7}$/, advice)
      .transform(Number)
      .refine((number) => number <= max, advice),
  );
};

/** The fewest characters of the token that shows the metrics. */
const TOKEN_LENGTH = 16;

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the running application tells of itself. Everything may be left out. */
export const observationSettings = z.object({
  LOG_LEVEL: z.preprocess(
    (value) => value || "info",
    z.enum(LOG_LEVELS, `LOG_LEVEL must be one of ${LOG_LEVELS.join(", ")}.`),
  ),
  /** Statements that take as many milliseconds are logged. */
  SLOW_STATEMENT_MS: wholeNumber("SLOW_STATEMENT_MS", 200, 600_000),
  /** Opens /api/metrics. */
  METRICS_TOKEN: z.preprocess(
    (value) => value || undefined,
    z
      .string()
      .regex(
        new RegExp(`^\\S{${TOKEN_LENGTH},200}$`),
        `METRICS_TOKEN must have at least ${TOKEN_LENGTH} characters and no spaces. Make one with: openssl rand -base64 24`,
      )
      .optional(),
  ),
  /** How many proxies of one's own stand before the server: who the sender is, they alone know. */
  TRUSTED_PROXIES: wholeNumber("TRUSTED_PROXIES", 0, 10),
  /** Processes that answer requests; 0 is one for each core, at most four. */
  WEB_PROCESSES: wholeNumber("WEB_PROCESSES", 0, 32),
});

const smtpUrl = z.preprocess(
  (value) => value || undefined,
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol),
      "SMTP_URL must be the address of a mail server: smtps://user:password@mail.example.go.id",
    )
    .optional(),
);

const mailFrom = z.preprocess(
  (value) => value || undefined,
  z
    .string()
    .regex(
      /^(?:[^<>\r\n"]{1,80} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      "MAIL_FROM must be an e-mail address, with or without a name: Lokus <lokus@example.go.id>",
    )
    .optional(),
);

/** How letters leave. Without a server they are kept, for staff to copy. */
export const mailSettings = z.object({ SMTP_URL: smtpUrl, MAIL_FROM: mailFrom });

const oidcIssuer = z.preprocess(
  (value) => value || undefined,
  z
    .string()
    .refine((value) => {
      const url = URL.canParse(value) ? new URL(value) : undefined;
      if (!url || url.search || url.hash) return false;
      const own = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
      return url.protocol === "https:" || (url.protocol === "http:" && own);
    }, "OIDC_ISSUER must be the https address of the identity provider, as it names itself.")
    .optional(),
);
const optionalText = z.preprocess((value) => value || undefined, z.string().max(500).optional());

/** Signing in with an account of the own institution. All of it, or nothing. */
export const oidcSettings = z.object({
  OIDC_ISSUER: oidcIssuer,
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  /** What the button calls it. */
  OIDC_NAME: z.preprocess((value) => value || undefined, z.string().max(60).optional()),
});

/** What is missing of an identity provider that is half described. */
function oidcProblems(settings: Record<string, unknown>): string[] {
  const needed = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];
  const missing = needed.filter((name) => settings[name] === undefined);
  return missing.length === 0 || missing.length === needed.length
    ? []
    : [`${missing.join(" and ")} is missing: an identity provider needs ${needed.join(", ")}.`];
}

const s3Endpoint = z.preprocess(
  (value) => value || undefined,
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
      "S3_ENDPOINT must be the address of the S3 server: https://s3.example.go.id",
    )
    .optional(),
);

/** Where files lie: in a folder, or in a bucket where one is named. */
export const fileSettings = z.object({
  /** Beside the database of the demo, unless told otherwise. Relative to the project. */
  FILES_FOLDER: z.preprocess((value) => value || ".data/files", z.string().max(1_000)),
  S3_BUCKET: z.preprocess(
    (value) => value || undefined,
    z
      .string()
      .regex(/^[\da-z][\da-z.-]{1,61}[\da-z]$/, "S3_BUCKET must be the name of a bucket.")
      .optional(),
  ),
  S3_REGION: z.preprocess((value) => value || "us-east-1", z.string().max(100)),
  /** Another server than Amazon's. */
  S3_ENDPOINT: s3Endpoint,
  /** Before every name in the bucket: "lokus/". */
  S3_PREFIX: z.preprocess(
    (value) => value || "",
    z.string().regex(/^$|^[\w./-]{1,200}\/$/, "S3_PREFIX must end with a slash: lokus/"),
  ),
  /** Left out, the machine's own role is used. */
  S3_ACCESS_KEY_ID: optionalText,
  S3_SECRET_ACCESS_KEY: optionalText,
});
export type FileSettings = Readonly<z.infer<typeof fileSettings>>;

/** What the running application needs. */
export const applicationSettings = listenSettings.extend({
  ...observationSettings.shape,
  ...mailSettings.shape,
  ...oidcSettings.shape,
  ...fileSettings.shape,
  DATABASE_URL: connectionString("DATABASE_URL", "the application's role"),
  /** The same past a pooler, which in transaction mode would not pass on what one listens for. */
  DIRECT_DATABASE_URL: z.preprocess(
    (value) => value || undefined,
    connectionString("DIRECT_DATABASE_URL", "the application's role").optional(),
  ),
  AUTH_SECRET: authSecret,
  /** Origin only, without a trailing slash. */
  APP_URL: appUrl,
});

/** What a start on a database of one's own needs. The application never sees the owner's. */
export const productionSettings = applicationSettings.extend({
  MIGRATION_DATABASE_URL: connectionString(
    "MIGRATION_DATABASE_URL",
    "the role that owns the tables and migrates them",
  ),
});

export type Environment = Readonly<z.infer<typeof applicationSettings>>;

/** A key without its secret opens nothing. */
function s3Problems(settings: Record<string, unknown>): string[] {
  const { S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret } = settings;
  return (id === undefined) === (secret === undefined)
    ? []
    : ["S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are given together, or neither."];
}

/**
 * Reads settings from an environment. What is wrong comes back all at once, as sentences that name
 * the setting and never contain its value.
 */
export function readSettings<S extends z.ZodObject>(
  settings: S,
  source: Readonly<Record<string, string | undefined>> = process.env,
): { ok: true; value: z.infer<S> } | { ok: false; problems: string[] } {
  const parsed = settings.safeParse(source);
  if (parsed.success) {
    const problems = [...oidcProblems(parsed.data), ...s3Problems(parsed.data)];
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parsed.data };
  }
  return { ok: false, problems: parsed.error.issues.map((issue) => issue.message) };
}

/**
 * The application's settings, read from the process environment at the first call. Nothing is read
 * when this file is loaded, so that `next build` works without any setting.
 *
 * @throws Error that lists everything that is missing or wrong
 */
export function env(): Environment {
  return processWide("settings", () => {
    const settings = readSettings(applicationSettings);
    if (!settings.ok) throw new Error(settings.problems.join("\n"));
    return settings.value;
  });
}

/**
 * The build that is running, by which a phone tells that there is a newer application; null where
 * nobody has built one. The compiler puts it in.
 */
export function buildName(): string | null {
  return process.env.NEXT_PUBLIC_LOKUS_BUILD ?? null;
}
