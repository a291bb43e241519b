"use client";

import { useTranslations } from "next-intl";
import { fieldId } from "@/components/revision/field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "./desk-context";

/** Opens the list of what has changed since the last revision that was seen. */
export function CompareButton() {
  const t = useTranslations("review.compare");
  const { seed, setComparing } = useDesk();
  if (!seed.compared) return null;
  const { number, total } = seed.compared;
  return (
    <div>
      <Button size="sm" variant="ghost" onClick={() => setComparing(true)}>
        {t("open", { number, count: total })}
      </Button>
    </div>
  );
}

/** The field itself, or the nearest that holds it. */
function placeOnPage(path: string): HTMLElement | null {
  const segments = path.split(".");
  for (let length = segments.length; length > 0; length--) {
    const field = document.getElementById(fieldId(segments.slice(0, length).join(".")));
    if (field) return field;
  }
  return null;
}

/** Field by field what was written before; what is written now stands on the page itself. */
export function CompareDialog() {
  const t = useTranslations("review.compare");
  const { seed, comparing, setComparing } = useDesk();
  if (!seed.compared) return null;
  const { number, total, changes } = seed.compared;
  const goTo = (path: string) => {
    setComparing(false);
    // After the dialog has given the focus back.
    requestAnimationFrame(() => {
      const field = placeOnPage(path);
      field?.scrollIntoView({ block: "center" });
      field?.focus({ preventScroll: true });
    });
  };
  return (
    <Dialog open={comparing} onClose={() => setComparing(false)} title={t("title", { number })}>
      {changes.length === 0 && <p className="text-ink-2">{t("none")}</p>}
      <ul className="grid gap-3">
        {changes.map(({ kind, path, label, before }) => (
          <li key={`${kind} ${path ?? label}`} className="grid min-w-0 gap-0.5 text-md">
            <p className="flex flex-wrap items-baseline gap-x-2">
              {path === null ? (
                <span className="font-semibold wrap-anywhere">{label}</span>
              ) : (
                <button
                  type="button"
                  className="link text-left font-semibold wrap-anywhere touch:min-h-11"
                  onClick={() => goTo(path)}
                >
                  {label}
                </button>
              )}
              <span className="text-sm text-ink-3">{t(kind)}</span>
            </p>
            {before !== null && (
              <del className="whitespace-pre-line text-ink-2 decoration-ink-3 wrap-anywhere">
                {before}
              </del>
            )}
          </li>
        ))}
      </ul>
      {total > changes.length && (
        <p className="text-sm text-ink-2">{t("more", { count: total - changes.length })}</p>
      )}
    </Dialog>
  );
}
