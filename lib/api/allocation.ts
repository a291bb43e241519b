import "server-only";
import { getTranslations } from "next-intl/server";
import type { PlaceKind } from "@/lib/allocation/model";
import type { allocationTable } from "@/lib/allocation/tables";

/** The words of an allocation's file, in the language of whoever asks. */
export async function allocationWords(
  kind: PlaceKind,
): Promise<Parameters<typeof allocationTable>[1]> {
  const t = await getTranslations("allocation");
  return {
    sheet: t("title"),
    headings: {
      number: t("file.number"),
      name: t("file.name"),
      agency: t("file.agency"),
      place: t(`place.${kind}`),
    },
  };
}
