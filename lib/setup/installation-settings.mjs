/**
 * Settings of an installation, by the beginning of their names. They are kept from builds, from
 * tests, which must come out the same on every machine, and from the demo.
 */
const settings =
  /^(DATABASE_URL|MIGRATION_DATABASE_URL|DIRECT_DATABASE_URL|SHADOW_DATABASE_URL|AUTH_|NEXTAUTH_|APP_URL|HOST$|PORT$|LOKUS_|PG[A-Z]+$|SMTP_|MAIL_|S3_|AWS_|FILES_FOLDER$|OIDC_|LOG_LEVEL$|SLOW_STATEMENT_MS$|METRICS_|TRUSTED_PROXIES$|WEB_PROCESSES$|NODE_ENV$|TZ$)/;

/**
 * Whether a name, when it is set in the environment, holds a setting of an installation. Plain
 * JavaScript, because the configuration of the test runner reads it too.
 *
 * @param {string} name
 */
export function isInstallationSetting(name) {
  return settings.test(name);
}
