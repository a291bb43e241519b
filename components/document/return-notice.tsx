"use client";

import { useTranslations } from "next-intl";
import { useFieldLabel } from "@/components/revision/mark";
import { Card } from "@/components/ui/card";
import { ArrowRightIcon, UndoIcon } from "@/components/ui/icons";
import type { StageReturn } from "@/lib/assignment/model";
import { useFormat } from "@/lib/i18n/use-format";
import { useForm } from "./form-context";
import { reach } from "./reach";
import { AnswerBox, useAnsweredCount } from "./returned";

/** Why the stage came back, each reason leading to its field. */
export function ReturnNotice({ returned }: { returned: StageReturn }) {
  const t = useTranslations("form.returned");
  const { dto } = useForm();
  const format = useFormat(dto.timeZone);
  const answered = useAnsweredCount();
  const label = useFieldLabel(dto.stage, "rubric" in dto.context ? dto.context.rubric : undefined);
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
        <p className="text-sm font-semibold text-ink-2">
          {t("progress", { answered, total: returned.reasons.length })}
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
                  {label(reason.path)}
                  <ArrowRightIcon size={14} />
                </a>
              )}
              {reason.gone && <p className="text-sm text-ink-3">{t("gone")}</p>}
              <AnswerBox reason={reason} />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
