"use client";

import { useTranslations } from "next-intl";
import { useDerived } from "@/components/document/form-context";
import { ChainFields } from "./chain-fields";
import { FishboneFields } from "./fishbone-fields";

/** From the obstacle to its root: one why after the other, and the fishbone for those who want it. */
export function CauseFields({ path }: { path: string }) {
  const t = useTranslations("obstaclesForm.causes");
  const fishbone = useDerived(countOf, `${path}.fishbone`);
  return (
    <>
      <ChainFields path={path} />
      <details className="group rounded-sm border border-line" open={fishbone > 0}>
        <summary className="flex min-h-11 items-center gap-2 px-3 py-2 text-md font-semibold touch:min-h-12">
          {t("fishbone")}
          <span className="text-sm font-normal text-ink-3">{t("optional")}</span>
        </summary>
        <div className="px-3 pb-3">
          <FishboneFields path={path} />
        </div>
      </details>
    </>
  );
}

function countOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
