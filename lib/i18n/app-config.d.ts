import type { Locale } from "./locales";
import type { Messages } from "./messages";

// Makes a wrong namespace or key in `t("…")` a compile error.
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
