"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { fieldId } from "@/components/revision/field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { TrashIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { addCannedAction, removeCannedAction } from "@/lib/canned-comment/actions";
import { CANNED_BOUNDS, type CannedComment, fillIn } from "@/lib/canned-comment/model";
import { useDesk } from "./desk-context";
import { RefusalText } from "./refusal-text";
import { useCommand } from "./use-command";

/** Comments that are kept to be written again: choose one, or keep what is written. */
export function CannedMenu({
  path,
  written,
  onChoose,
}: {
  /** The field that is spoken of; null speaks of the whole. */
  path: string | null;
  written: string;
  onChoose: (text: string) => void;
}) {
  const t = useTranslations("review.canned");
  const { seed } = useDesk();
  const adding = useCommand(addCannedAction);
  const removing = useCommand(removeCannedAction);
  const [failure, setFailure] = useState<string | null>(null);
  const text = written.trim();
  const sound = text.length >= CANNED_BOUNDS.body.min && text.length <= CANNED_BOUNDS.body.max;
  const own = seed.canned.filter(({ shared }) => !shared);
  const shared = seed.canned.filter((canned) => canned.shared);

  const keep = async (cohortId: string | null) => {
    const result = await adding.run({ cohortId, body: text });
    setFailure(result.ok ? null : result.reason);
    if (result.ok) toast(t("kept"), { tone: "good" });
  };
  const remove = async (cannedId: string) => {
    const result = await removing.run({ cannedId });
    setFailure(result.ok ? null : result.reason);
  };
  const list = (title: string, some: readonly CannedComment[]) =>
    some.length > 0 && (
      <div>
        <p className="text-sm font-semibold text-ink-2">{title}</p>
        <ul className="grid">
          {some.map(({ id, body, mayRemove }) => (
            <li key={id} className="flex items-start gap-1">
              <button
                type="button"
                onClick={() =>
                  onChoose(fillIn(body, { name: seed.participant, value: quoted(path) }))
                }
                className="min-w-0 flex-1 rounded-sm px-2 py-1.5 text-left text-md whitespace-pre-line wrap-anywhere hover:bg-accent-soft touch:min-h-12"
              >
                {body}
              </button>
              {mayRemove && (
                <IconButton
                  label={t("remove", { text: body })}
                  icon={<TrashIcon size={15} />}
                  disabled={removing.pending}
                  onClick={() => void remove(id)}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
    );

  return (
    <details className="text-md">
      <summary className="inline-flex min-h-8 items-center text-sm font-semibold text-ink-2 touch:min-h-12">
        {t("title")}
      </summary>
      <div className="mt-1 grid gap-2.5">
        {seed.canned.length === 0 && <p className="text-ink-3">{t("none")}</p>}
        {list(t("own"), own)}
        {list(t("shared"), shared)}
        <p className="text-sm text-ink-3">{t("hint")}</p>
        {text !== "" && (
          <div className="flex flex-wrap gap-2">
            <Button
              size="sm"
              variant="secondary"
              disabled={!sound || adding.pending}
              onClick={() => void keep(null)}
            >
              {t("keepOwn")}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              disabled={!sound || adding.pending}
              onClick={() => void keep(seed.cohortId)}
            >
              {t("keepShared")}
            </Button>
            {!sound && <p className="text-sm text-ink-3">{t("length")}</p>}
          </div>
        )}
        {failure && (
          <p className="text-sm font-medium text-late" role="alert">
            <RefusalText reason={failure} />
          </p>
        )}
      </div>
    </details>
  );
}

/** What a field says, as it stands on the screen; without its name and what was said about it. */
function quoted(path: string | null): string | null {
  const frame = path === null ? null : document.getElementById(fieldId(path));
  if (!frame) return null;
  const copy = frame.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll("[data-noprint], [data-remarks], [data-field-label]")) {
    part.remove();
  }
  const text = copy.textContent?.replaceAll(/\s+/g, " ").trim();
  return text ? text : null;
}
