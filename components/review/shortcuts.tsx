"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useDesk } from "./desk-context";

const KEYS = ["J", "K", "A", "R", "C", "D", "?"] as const;

/** The desk by keyboard. Keys mean nothing while something is typed, or a dialog is open. */
export function Shortcuts() {
  const t = useTranslations("review.keys");
  const router = useRouter();
  const desk = useDesk();
  const [help, setHelp] = useState(false);
  const { can, nextHref, previousHref } = desk.seed;

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const target = event.target as HTMLElement;
      if (target.closest("input, textarea, select, [contenteditable]")) return;
      if (document.querySelector("dialog[open]")) return;
      if (!act(event.key.toLowerCase())) return;
      event.preventDefault();
    };
    /** Whether the key meant anything. */
    const act = (key: string): boolean => {
      const to = key === "j" ? nextHref : key === "k" ? previousHref : null;
      if (to) router.push(to);
      else if (key === "a" && can.approve && !desk.needsScores && !desk.barred)
        desk.setAsking("approve");
      else if (key === "r" && can.return && !desk.barred) desk.setAsking("return");
      else if (key === "r" && can.reopen) desk.setAsking("reopen");
      else if (key === "c" && can.comment) desk.setWriting("");
      else if (key === "d" && desk.seed.compared) desk.setComparing(true);
      else if (key === "?") setHelp(true);
      else return false;
      return true;
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });

  return (
    <Dialog open={help} onClose={() => setHelp(false)} title={t("title")}>
      <dl className="grid grid-cols-[2.5rem_minmax(0,1fr)] gap-y-2.5">
        {KEYS.map((key) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(key === "?" ? "help" : key)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
