import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SignOutForm } from "@/components/person/sign-out-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { LinkReader } from "@/lib/person/model";
import { doorPath } from "@/lib/session/return-path";

/** What a link offers, for the person whom it is for; everybody else is told what to do first. */
export function LinkReaderGate({
  reader,
  path,
  children,
}: {
  reader: LinkReader;
  /** The link's own page, to come back to. */
  path: string;
  /** For the person of the link. */
  children: ReactNode;
}) {
  const t = useTranslations("auth");
  switch (reader.is) {
    case "meant":
      return children;
    case "signedOut":
      return (
        <>
          <Callout>{t("reader.signedOut")}</Callout>
          <div>
            <Button href={doorPath("/sign-in", path)}>{t("setPassword.toSignIn")}</Button>
          </div>
        </>
      );
    case "unread":
      return (
        <>
          <Callout>{t("reader.unread")}</Callout>
          <div>
            <Button href={doorPath("/privacy", path)}>{t("privacy")}</Button>
          </div>
        </>
      );
    case "other":
      return (
        <>
          <Callout tone="late">{t("reader.other", { name: reader.name })}</Callout>
          <SignOutForm />
        </>
      );
  }
}
