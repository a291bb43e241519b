"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { SignOutForm } from "@/components/person/sign-out-form";
import { AppShell } from "@/components/shell/app-shell";
import { Notice } from "@/components/shell/notice";
import { Button } from "@/components/ui/button";
import { CloudOffIcon, LightbulbIcon, ListChecksIcon, RouteIcon } from "@/components/ui/icons";
import { Spinner } from "@/components/ui/spinner";
import type { Locale } from "@/lib/i18n/locales";
import { useFormat } from "@/lib/i18n/use-format";
import { DeviceAgent } from "./device-agent";
import { type DeviceStore, devicePerson, openDeviceStore } from "./device-store";
import { FieldPage } from "./field-page";
import { currentPack, draftsByStage } from "./overlay";
import { setPagePerson } from "./page-person";
import { useDevice } from "./use-device";

/** `null` while the device is looked at; "nobody" where no one is signed in on it. */
type Owner = DeviceStore | "nobody" | null;

/** The application without the server: everything that is shown comes from this device. */
export function FieldApp({ locale }: { locale: Locale }) {
  const t = useTranslations("field");
  const auth = useTranslations("auth");
  const [owner, setOwner] = useState<Owner>(null);
  const [path, setPath] = useState<string | null>(null);
  useEffect(() => {
    document.documentElement.lang = locale;
    setPath(currentPath());
    const turn = () => setPath(currentPath());
    window.addEventListener("hashchange", turn);
    devicePerson()
      .then((personId): Promise<Owner> | Owner => {
        if (!personId) return "nobody";
        setPagePerson(personId);
        return openDeviceStore(personId);
      })
      .then(setOwner, () => setOwner("nobody"));
    return () => window.removeEventListener("hashchange", turn);
  }, [locale]);
  const store = owner === "nobody" ? null : owner;
  const contents = useDevice(store);

  if (owner === "nobody") {
    return (
      <Notice title={t("nobody.title")} body={t("nobody.body")}>
        <Button href="/sign-in">{t("nobody.signIn")}</Button>
      </Notice>
    );
  }
  if (!contents || path === null || !store) return <Opening />;
  const pack = currentPack(contents);
  if (!pack) {
    return (
      <Notice title={t("unprepared.title")} body={t("unprepared.body")}>
        <Button onClick={() => window.location.reload()}>{t("retry")}</Button>
      </Notice>
    );
  }
  const items = [
    { href: "/tasks", label: auth("rooms.tasks"), icon: <ListChecksIcon /> },
    { href: "/visit", label: auth("rooms.visit"), icon: <RouteIcon /> },
    { href: "/innovations", label: auth("rooms.innovations"), icon: <LightbulbIcon /> },
  ];
  return (
    <AppShell
      person={{ name: pack.person.name, roleLabel: auth("roles.PARTICIPANT") }}
      items={items}
      signOut={<SignOutForm />}
    >
      <div className="grid gap-5">
        <Age at={pack.at} />
        <DeviceAgent personId={store.personId} build={null} />
        <div className="min-w-0">
          <FieldPage path={path} pack={pack} drafts={draftsByStage(contents.drafts)} />
        </div>
      </div>
    </AppShell>
  );
}

/** The address that is meant: the one that could not be reached, or behind the shell's own `#`. */
function currentPath(): string {
  const { pathname, search, hash } = window.location;
  return pathname.startsWith("/field/") ? hash.slice(1) || "/tasks" : pathname + search;
}

/** What is shown is as old as the last signal. */
function Age({ at }: { at: string }): ReactNode {
  const t = useTranslations("field");
  const format = useFormat();
  return (
    <div className="flex items-center gap-2.5 rounded-md border border-line bg-surface py-1 pr-1 pl-3.5 text-md print:hidden">
      <CloudOffIcon size={18} className="flex-none text-ink-3" />
      <p className="min-w-0 flex-1 text-ink-2">{t("age", { when: format.dateTime(at) })}</p>
      <Button variant="ghost" onClick={() => window.location.reload()}>
        {t("retry")}
      </Button>
    </div>
  );
}

function Opening() {
  const t = useTranslations("field");
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <p role="status" className="flex items-center gap-3 text-ink-2">
        <Spinner size={20} /> {t("opening")}
      </p>
    </main>
  );
}
