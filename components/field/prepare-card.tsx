"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CloudCheckIcon, CloudOffIcon } from "@/components/ui/icons";
import { useFormat } from "@/lib/i18n/use-format";
import { askForSpace, type DeviceSpace, lookAtSpace } from "./device-space";
import { type DeviceStore, openDeviceStore, watchDevice } from "./device-store";
import { fetchPack, isOlder, readPack, type StoredPack, shellBytes } from "./pack";
import { SpaceWarning } from "./space-warning";

/**
 * Fetches everything for the field, and tells what lies on this device, since when, and how large.
 * What lies there is renewed where it is older than the page; it is called ready only when it is not.
 */
export function PrepareCard({
  personId,
  asOf,
}: {
  personId: string;
  /** ISO instant at which the server read the page around. */
  asOf: string;
}) {
  const t = useTranslations("prepare");
  const format = useFormat();
  const [store, setStore] = useState<DeviceStore | null>(null);
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const [shell, setShell] = useState(0);
  const [space, setSpace] = useState<DeviceSpace | null>(null);
  const [stored, setStored] = useState<StoredPack | null>(null);
  /** The page for which the server was asked last whether it has anything newer. */
  const [renewed, setRenewed] = useState<{ asOf: string; ok: boolean } | null>(null);
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
  const older = stored !== null && isOlder(stored, asOf);
  const asked = renewed?.asOf === asOf ? renewed : null;
  useEffect(() => {
    if (!store || !older || asked) return;
    let over = false;
    const tell = (ok: boolean) => {
      if (!over) setRenewed({ asOf, ok });
    };
    // Cheap where nothing has changed: the pack's tag goes with the question.
    fetchPack(store).then(
      () => tell(true),
      () => tell(false),
    );
    return () => {
      over = true;
    };
  }, [store, older, asked, asOf]);
  useEffect(() => {
    if (!stored) return;
    let over = false;
    // Without the application itself the data open nothing: the worker may still be fetching it.
    void navigator.serviceWorker?.ready.then(shellBytes).then((bytes) => {
      if (!over) setShell(bytes);
    });
    void lookAtSpace().then(setSpace);
    return () => {
      over = true;
    };
  }, [stored]);

  const prepare = async () => {
    setState("busy");
    try {
      await fetchPack(store ?? (await openDeviceStore(personId)));
      // Asked for by a press, so that browsers which ask the person do so at the right moment.
      setSpace(await askForSpace());
      await navigator.serviceWorker?.ready;
      setShell(await shellBytes());
      setRenewed({ asOf, ok: true });
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
  const fresh = stored !== null && (!older || asked?.ok === true);
  const standing = () => {
    // Nothing opens without signal in a browser that knows no workers, whatever lies here.
    if (!stored || !("serviceWorker" in navigator)) return "title";
    if (fresh) return shell > 0 ? "ready" : "saving";
    return asked ? "older" : "checking";
  };
  const title = standing();
  const ready = title === "ready";
  const Icon = ready ? CloudCheckIcon : CloudOffIcon;
  return (
    <Card as="section" aria-labelledby="prepare-title" className="px-4 py-3.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2.5">
        <div className="min-w-0 flex-1 basis-56">
          <h2
            id="prepare-title"
            data-tone={ready ? "good" : title === "older" ? "late" : undefined}
            className="flex items-center gap-2 font-bold"
          >
            <Icon size={18} className="flex-none text-hue" />
            {t(title)}
          </h2>
          <p className="text-sm text-ink-2">{stored ? detail(stored) : t("body")}</p>
          {stored && space && <SpaceWarning space={space} />}
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
