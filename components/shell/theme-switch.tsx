import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { setTheme } from "@/lib/preference/actions";
import { themeCookie, themes, toTheme } from "@/lib/preference/model";
import { ChoiceButtons } from "./choice-buttons";

/** Changes between the device's theme, light and dark; works without JavaScript. */
export async function ThemeSwitch() {
  const t = await getTranslations("shell.theme");
  const current = toTheme((await cookies()).get(themeCookie)?.value);
  return (
    <ChoiceButtons
      action={setTheme}
      name="theme"
      label={t("label")}
      options={themes.map((value) => ({ value, label: t(value) }))}
      current={current}
    />
  );
}
