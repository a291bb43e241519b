import type { Locale } from "./locales";

// Messages are not typed here: with a catalogue of this size the compiler spends minutes on unions
// of keys. `usage.test.ts` holds every literal key to the catalogue instead.
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
  }
}
