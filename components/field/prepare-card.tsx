"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CloudCheckIcon, CloudOffIcon } from "@/components/ui/icons";
import { useFormat } from "@/lib/i18n/use-format";
import { type DeviceStore, openDeviceStore, watchDevice } from "./device-store";
import { fetchPack, readPack, type StoredPack, shellBytes } from "./pack";

/** Fetches everything for the field, and tells what lies on this device, since when, and how large. */
export function PrepareCard({ personId }: { personId: string }) {
  const t = useTranslations("field.prepare");
  const format = useFormat();
  const [store, setStore] = useState<DeviceStore | null>(null);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const [shell, setShell] = useState(0);
  const [stored, setStored] = useState<StoredPack | null>(null);
  useEffect(() => {
    openDeviceStore(personId).then(setStore, () => undefined);
  }, [personId]);
  useEffect(() => {
    if (!store) return;
    const read = () => void readPack(store).then(setStored, () => undefined);
    read();
    return watchDevice(({ shelf }) => {
      if (shelf === "packs") read();
    });
  }, [store]);
  useEffect(() => {
    if (stored) void shellBytes().then(setShell);
  }, [stored]);

  const prepare = async () => {
    setState("busy");
    try {
      await fetchPack(store ?? (await openDeviceStore(personId)));
      // Asked for by a press, so that browsers which ask the person do so at the right moment.
      await navigator.storage?.persist?.();
      await navigator.serviceWorker?.ready;
      setShell(await shellBytes());
      setState("idle");
    } catch {
      setState("failed");
    }
  };
  const kilobytes = (bytes: number) => format.decimal(Math.max(1, Math.round(bytes / 1024)), 0);
  const detail = (found: StoredPack) =>
    [
      t("at", { when: format.dateTime(found.pack.at) }),
      found.bytes !== null && t("data", { size: kilobytes(found.bytes) }),
      shell > 0 && t("app", { size: kilobytes(shell) }),
    ]
      .filter(Boolean)
      .join(" · ");
  const Icon = stored ? CloudCheckIcon : CloudOffIcon;
  return (
    <Card as="section" aria-labelledby="prepare-title" className="px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <div className="min-w-0 flex-1 basis-56">
          <h2
            id="prepare-title"
            data-tone={stored ? "good" : undefined}
            className="flex items-center gap-2 font-bold"
          >
            <Icon size={18} className="flex-none text-hue" />
            {stored ? t("ready") : t("title")}
          </h2>
          <p className="text-sm text-ink-2">{stored ? detail(stored) : t("body")}</p>
          {state === "failed" && (
            <p role="alert" className="text-sm font-medium text-late">
              {t("failed")}
            </p>
          )}
        </div>
        <Button
          variant="secondary"
          pending={state === "busy"}
          onClick={prepare}
          className="max-sm:w-full"
        >
          {stored ? t("again") : t("button")}
        </Button>
      </div>
    </Card>
  );
}
