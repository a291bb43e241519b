"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { cx } from "@/components/ui/cx";
import { silence } from "@/components/ui/toast";
import type { ScreenTimes } from "@/lib/attendance/loaders";
import { useFormat } from "@/lib/i18n/use-format";

interface Shown {
  size: number;
  path: string;
  dayCode: string;
}

/** Milliseconds after which is asked again when no answer came. */
const RETRY = 2000;
/** Longer than this a browser's timer cannot wait. */
const LONGEST_WAIT = 2 ** 31 - 1;

/**
 * What the room sees: when codes begin to count, then the code, then that it is over. Needs the messages
 * of `attendance`.
 */
export function Projector({
  sessionId,
  times,
  timeZone,
}: {
  sessionId: string;
  times: ScreenTimes;
  timeZone: string;
}) {
  const t = useTranslations("attendance.screen");
  const format = useFormat(timeZone);
  const [open, setOpen] = useState(times.opensInMs === 0);

  // What is said to one is not said to the room.
  useEffect(silence, []);

  useEffect(() => {
    if (open) return;
    const timer = setTimeout(() => setOpen(true), Math.min(times.opensInMs, LONGEST_WAIT));
    return () => clearTimeout(timer);
  }, [open, times.opensInMs]);

  if (times.over) {
    return <p className="text-lg">{t("over", { to: format.dateTime(times.to) })}</p>;
  }
  return open ? (
    <Code sessionId={sessionId} />
  ) : (
    <p className="text-lg">{t("notYet", { from: format.dateTime(times.from) })}</p>
  );
}

/**
 * The QR of the moment, large, asked for anew with every step. One that could not be renewed fades
 * and says so: scanning it would lead nowhere.
 */
function Code({ sessionId }: { sessionId: string }) {
  const t = useTranslations("attendance.screen");
  const [shown, setShown] = useState<Shown | null>(null);
  const [away, setAway] = useState(false);

  useEffect(() => {
    const leaving = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      let wait = RETRY;
      try {
        const answer = await fetch(`/api/sessions/${sessionId}/code`, {
          signal: leaving.signal,
          cache: "no-store",
        });
        if (!answer.ok) throw new Error(String(answer.status));
        const code = (await answer.json()) as Shown & { expiresInMs: number };
        setShown(code);
        setAway(false);
        // A breath after the change, so that it is the next one that comes.
        wait = code.expiresInMs + 50;
      } catch {
        if (leaving.signal.aborted) return;
        setAway(true);
      }
      timer = setTimeout(ask, wait);
    };
    void ask();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [sessionId]);

  return (
    <div className="grid justify-items-center gap-4">
      <p className="text-lg font-semibold">{t("scan")}</p>
      {/* Black on white in every theme: cameras read nothing else as surely. */}
      <div className="aspect-square h-[min(58dvh,90vw)] overflow-hidden rounded-md border border-line">
        {shown && (
          <svg
            role="img"
            aria-label={t("qr")}
            viewBox={`0 0 ${shown.size} ${shown.size}`}
            shapeRendering="crispEdges"
            className={cx("size-full", away && "opacity-20")}
          >
            <rect width={shown.size} height={shown.size} fill="white" />
            <path d={shown.path} fill="black" />
          </svg>
        )}
      </div>
      <p aria-live="polite" className="text-lg">
        {away ? (
          <span className="font-semibold text-late">{t("away")}</span>
        ) : (
          shown && (
            <>
              {t("typed")}{" "}
              <b className="text-2xl font-bold tracking-[0.2em] tabular-nums">{shown.dayCode}</b>
            </>
          )
        )}
      </p>
    </div>
  );
}
