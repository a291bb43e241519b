/** How a person wants to see Lokus. Kept on the device, since it says nothing about the person. */
export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

export const localeCookie = "locale";
export const themeCookie = "theme";

/** The theme a stored preference asks for; the device's where there is none or an unknown one. */
export function toTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}
