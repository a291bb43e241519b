"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { newId } from "@/components/document/new-id";
import { commandTransport, sendCommand } from "@/components/document/transport";
import { keepSendingPhotos } from "@/components/evidence/photo-queue";
import { Button } from "@/components/ui/button";
import { watchVersion } from "./app-version";
import { serverNow } from "./clock";
import { deviceReporter } from "./device-report";
import { type DeviceStore, openDeviceStore, watchDevice } from "./device-store";
import { listErrands } from "./errands";
import { Outbox } from "./outbox";
import { fetchPack, readPack } from "./pack";
import { keepSyncing, listDrafts } from "./sync";
import { useDevice } from "./use-device";

/**
 * How old the pack may grow before it is asked for again, in milliseconds: when a page is opened or
 * looked at, when there is signal again, and every so often while one is looked at.
 */
const PACK_AGE = 2 * 60_000;

/** Sends what waits, keeps the pack fresh, and tells of what stands in the way. */
export function DeviceAgent({ personId, build }: { personId: string; build: string | null }) {
  const router = useRouter();
  const [store, setStore] = useState<DeviceStore | null>(null);
  const version = useServiceWorker(build);
  const contents = useDevice(store);

  useEffect(() => {
    // Without storage or key there is nothing to keep in step.
    openDeviceStore(personId).then(setStore, () => undefined);
  }, [personId]);

  useEffect(() => {
    if (!store) return;
    let unsent = 0;
    const options = {
      store,
      transport: commandTransport,
      send: sendCommand,
      newId,
      now: serverNow,
    };
    const count = async () =>
      (await listDrafts(store)).filter(({ draft }) => draft.received === null).length +
      (await listErrands(store)).filter(({ errand }) => errand.problem === null).length;
    const report = deviceReporter(options);
    const look = () =>
      void count().then(
        (found) => {
          unsent = Math.max(unsent, found);
        },
        () => undefined,
      );
    look();
    // One that was kept a moment ago may be gone before anybody has counted it.
    const unwatch = watchDevice(({ shelf }) => {
      if (shelf === "errands") look();
    });
    const stop = keepSyncing(options, async (outcome) => {
      // Words first: the server takes no file that no words name.
      keepSendingPhotos(store, (photos) => {
        if (photos !== "signal" && photos !== "signed_out") void report().catch(() => undefined);
      });
      const left = await count();
      const sent = left < unsent;
      unsent = left;
      // What the pages and the pack say of stages is older than what was just sent.
      if (sent) router.refresh();
      if (outcome !== "signal" && outcome !== "signed_out") await report().catch(() => undefined);
      if (outcome === "done" || sent) await refreshPack(store, sent).catch(() => undefined);
    });
    return () => {
      unwatch();
      stop();
    };
  }, [store, router]);

  useEffect(() => {
    if (!store) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && navigator.onLine) {
        void refreshPack(store, false).catch(() => undefined);
      }
    }, PACK_AGE);
    return () => clearInterval(timer);
  }, [store]);

  return (
    <>
      {version !== null && <UpdateBar version={version} />}
      {store && contents && (
        <div className="mb-4 empty:hidden">
          <Outbox
            contents={contents}
            onDismiss={(commandId) => void store.errands.delete([commandId])}
          />
        </div>
      )}
    </>
  );
}

async function refreshPack(store: DeviceStore, atOnce: boolean): Promise<void> {
  const stored = await readPack(store);
  const age = stored
    ? serverNow().getTime() - Date.parse(stored.pack.at)
    : Number.POSITIVE_INFINITY;
  if (atOnce || age > PACK_AGE || age < 0) await fetchPack(store);
}

/** A worker that waits to take over, or that another tab has let take over. */
type NewVersion = ServiceWorker | "replaced";

/** Registers the service worker of this build; tells of a newer one. */
function useServiceWorker(build: string | null): NewVersion | null {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  const [replaced, setReplaced] = useState(false);
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    return watchVersion(navigator.serviceWorker, () => setReplaced(true));
  }, []);
  useEffect(() => {
    if (build === null || !("serviceWorker" in navigator)) return;
    let over = false;
    const look = (registration: ServiceWorkerRegistration | undefined) => {
      if (!over && registration?.waiting && navigator.serviceWorker.controller) {
        setWaiting(registration.waiting);
      }
    };
    navigator.serviceWorker.register(`/sw.js?v=${build}`).then(
      (registration) => {
        look(registration);
        // A browser that blocks service workers may say nothing at all.
        registration?.addEventListener("updatefound", () => {
          registration.installing?.addEventListener("statechange", () => look(registration));
        });
      },
      // Not allowed, or no signal: the application works as it does without one.
      () => undefined,
    );
    return () => {
      over = true;
    };
  }, [build]);
  return replaced ? "replaced" : waiting;
}

/** A newer version is ready. Nothing is lost by it: everything typed lies on the device. */
function UpdateBar({ version }: { version: NewVersion }) {
  const t = useTranslations("outbox.update");
  const [pending, setPending] = useState(false);
  const activate = () => {
    setPending(true);
    if (version === "replaced") {
      window.location.reload();
      return;
    }
    navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), {
      once: true,
    });
    version.postMessage("activate");
  };
  return (
    <div
      role="status"
      className="mb-4 flex items-center gap-2.5 rounded-md border border-line bg-surface py-1 pr-1 pl-3.5 text-md print:hidden"
    >
      <p className="min-w-0 flex-1 font-semibold">{t("ready")}</p>
      <Button variant="secondary" pending={pending} onClick={activate}>
        {t("reload")}
      </Button>
    </div>
  );
}
