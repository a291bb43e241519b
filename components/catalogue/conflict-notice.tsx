"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { EntryField } from "./entry-field";
import { type EntryConflict, shownValue } from "./use-entry";

/** Somebody else changed the entry meanwhile: what stands, and which of the two is to stay. */
export function ConflictNotice({
  conflict,
  fields,
  typed,
  onMine,
  onTheirs,
}: {
  conflict: EntryConflict;
  fields: readonly EntryField[];
  /** What is in the form now. */
  typed: Record<string, unknown>;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const t = useTranslations("catalogue");
  const different = fields.filter(
    ({ name }) => shownValue(conflict.values[name]) !== shownValue(typed[name]),
  );
  const words = ({ name, options }: EntryField) => {
    const value = shownValue(conflict.values[name]);
    return options?.find((option) => option.value === value)?.label ?? value;
  };
  return (
    <Callout
      tone="late"
      live
      title={t("conflict.title")}
      action={
        <>
          <Button size="sm" onClick={onMine}>
            {t("conflict.mine")}
          </Button>
          <Button size="sm" variant="secondary" onClick={onTheirs}>
            {t("conflict.theirs")}
          </Button>
        </>
      }
    >
      <p>{t("conflict.body")}</p>
      <ul className="mt-1 list-disc pl-5">
        {different.map((field) => (
          <li key={field.name} className="wrap-anywhere">
            {field.label}: {words(field) || t("unknown")}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
