import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";

/** How the application installs to the home screen; it opens at the tasks. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getTranslations("shell");
  return {
    id: "/",
    name: t("title"),
    short_name: t("title"),
    description: t("description"),
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#fbf9f6",
    theme_color: "#2f4089",
    lang: "id",
    categories: ["education", "productivity"],
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
