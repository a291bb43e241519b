import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/person/entrance";
import { SignOutForm } from "@/components/person/sign-out-form";
import { AcknowledgeForm } from "@/components/privacy/acknowledge-form";
import { NoticeText } from "@/components/privacy/notice-text";
import { NoticeVersion } from "@/components/privacy/notice-version";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadPrivacyNotice } from "@/lib/privacy/loaders";
import { returnPath } from "@/lib/session/return-path";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("title") };
}

export default async function PrivacyPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string }>;
}) {
  const [notice, t, { next }] = await Promise.all([
    loadPrivacyNotice(),
    getTranslations("privacy"),
    searchParams,
  ]);
  return (
    <Entrance title={t("title")} lede={t("lede")} wide>
      {notice.pending && <Callout title={t("pendingTitle")}>{t("pendingBody")}</Callout>}
      <NoticeText controllers={notice.controllers} />
      <NoticeVersion />
      {notice.pending ? (
        <>
          <Messages namespaces={["privacy", "refusals"]}>
            <AcknowledgeForm next={returnPath(next)} />
          </Messages>
          <SignOutForm />
        </>
      ) : (
        <div>
          <Button variant="secondary" href={notice.signedIn ? "/account" : "/sign-in"}>
            {t("back")}
          </Button>
        </div>
      )}
    </Entrance>
  );
}
