"use client";

import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { ArrowRightIcon, UndoIcon } from "@/components/ui/icons";
import type { StageReturn } from "@/lib/assignment/model";
import { fieldKey } from "@/lib/document/label";
import { useFormat } from "@/lib/i18n/use-format";
import { useForm } from "./form-context";
import { reach } from "./reach";

/** Why the stage came back, each reason leading to its field. */
export function ReturnNotice({ returned }: { returned: StageReturn }) {
  const t = useTranslations("form.returned");
  const { dto } = useForm();
  const format = useFormat(dto.timeZone);
  return (
    <Card as="section" marked data-tone="late" aria-labelledby="returned-title">
      <div className="px-4 py-3.5 sm:px-5">
        <h2 id="returned-title" className="flex items-center gap-2 text-md font-bold text-late">
          <UndoIcon size={17} className="flex-none" />
          {returned.reopened ? t("reopened") : t("title", { count: returned.reasons.length })}
        </h2>
        <p className="text-sm text-ink-3">
          {t("by", { name: returned.by, when: format.dateTime(returned.at) })}
        </p>
        <ul className="mt-2.5 grid gap-2.5">
          {returned.reasons.map((reason) => (
            <li key={reason.id} className="text-md">
              <p className="whitespace-pre-line wrap-anywhere">{reason.text}</p>
              {reason.path !== null && (
                <a
                  href={`#${reason.path}`}
                  onClick={(event) => {
                    event.preventDefault();
                    reach(reason.path ?? "");
                  }}
                  className="inline-flex items-center gap-1 py-0.5 text-sm font-semibold text-accent underline-offset-3 hover:underline touch:min-h-11"
                >
                  <FieldName path={reason.path} />
                  <ArrowRightIcon size={14} />
                </a>
              )}
              {reason.gone && <p className="text-sm text-ink-3">{t("gone")}</p>}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

/** The words of a field that may not have told its name yet: those of the catalogue. */
function FieldName({ path }: { path: string }) {
  const t = useTranslations("form.returned");
  const terms = useTranslations("terms");
  const { dto } = useForm();
  const key = `${fieldKey(dto.stage, path)}.label` as Parameters<typeof terms>[0];
  return terms.has(key) ? t("toField", { field: terms(key) }) : t("toForm");
}
