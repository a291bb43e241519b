import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/person/entrance";
import { PasswordForm } from "@/components/person/password-form";
import { SsoButton } from "@/components/person/sso-button";
import { Callout } from "@/components/ui/callout";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadSetPassword } from "@/lib/person/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("auth"))("setPassword.title"),
    // The address is the key: it must not travel to anybody.
    referrer: "no-referrer",
  };
}

export default async function SetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [person, t, admin] = await Promise.all([
    loadSetPassword(token),
    getTranslations("auth"),
    getTranslations("admin"),
  ]);
  if (!person) notFound();
  return (
    <Entrance title={t("setPassword.title")} lede={t("setPassword.lede", { name: person.name })}>
      {person.offer && (
        <Callout>
          {t("join.lede", {
            center: person.offer.center,
            role: admin(`roles.${person.offer.role}`),
          })}{" "}
          {t("join.withPassword")}
        </Callout>
      )}
      <Messages namespaces={["auth", "issues", "refusals"]}>
        {person.hasLogin ? (
          <PasswordForm token={token} />
        ) : (
          <Callout tone="late" title={t("setPassword.noLoginTitle")}>
            {t("setPassword.noLogin")}
          </Callout>
        )}
        {person.sso && (
          <div className="grid gap-2 border-t border-line pt-5">
            <p className="text-sm text-ink-2">{t("sso.invitationHint", { name: person.sso })}</p>
            <SsoButton
              intent={{ kind: "invitation", token }}
              next="/"
              label={t("sso.invitation", { name: person.sso })}
            />
          </div>
        )}
      </Messages>
    </Entrance>
  );
}
