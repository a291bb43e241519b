import type { MetadataRoute } from "next";
import { getTranslations } from "next-intl/server";

const PHONE = { sizes: "390x844", type: "image/png", form_factor: "narrow" } as const;
const DESK = { sizes: "1280x800", type: "image/png", form_factor: "wide" } as const;

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
    // What one sees before one installs it; of the demo, and made by `npm run screenshots`.
    screenshots: [
      { ...PHONE, src: "/screens/participant.png", label: t("screens.participant") },
      { ...PHONE, src: "/screens/evaluation.png", label: t("screens.evaluation") },
      { ...DESK, src: "/screens/facilitator.png", label: t("screens.facilitator") },
      { ...DESK, src: "/screens/staff.png", label: t("screens.staff") },
    ],
  };
}
