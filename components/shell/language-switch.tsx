import { useLocale, useTranslations } from "next-intl";
import { locales } from "@/lib/i18n/locales";
import { setLocale } from "@/lib/preference/actions";
import { ChoiceButtons } from "./choice-buttons";

/** Changes the language of the interface; works without JavaScript. */
export function LanguageSwitch() {
  const t = useTranslations("shell.language");
  const current = useLocale();
  return (
    <ChoiceButtons
      action={setLocale}
      name="locale"
      label={t("label")}
      // Each language by its own name, so that the one who needs it can read it.
      options={locales.map((value) => ({ value, label: t(value), lang: value }))}
      current={current}
    />
  );
}
