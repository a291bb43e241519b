import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { MailChoice } from "@/components/notification/mail-choice";
import { IdentityForm } from "@/components/own-data/identity-form";
import { PasswordForm } from "@/components/person/password-form";
import { SsoButton } from "@/components/person/sso-button";
import { SsoProblem } from "@/components/person/sso-problem";
import { UnlinkAccount } from "@/components/person/unlink-account";
import { PageHeader } from "@/components/shell/page-header";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { SoftLink } from "@/components/ui/soft-link";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadMailDelivery } from "@/lib/notification/loaders";
import { OWN_DATA_PATH } from "@/lib/own-data/model";
import { loadAccount } from "@/lib/person/loaders";
import { QUIET_HOURS } from "@/lib/reminder/model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("account.title") };
}

export default async function AccountPage({
  searchParams,
}: {
  searchParams: Promise<{ problem?: string }>;
}) {
  const { problem } = await searchParams;
  const [account, delivery, t, own, n, locale] = await Promise.all([
    loadAccount(),
    loadMailDelivery(),
    getTranslations("auth"),
    getTranslations("ownData"),
    getTranslations("notifications"),
    getLocale(),
  ]);
  const clock = (time: string) => (locale === "id" ? time.replace(":", ".") : time);
  const quiet = { from: clock(QUIET_HOURS.from), until: clock(QUIET_HOURS.until) };
  return (
    // Once around both forms: the same words would go out twice.
    <Messages namespaces={["auth", "issues", "refusals"]}>
      <PageHeader title={t("account.title")} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card as="section" aria-labelledby="identity">
          <CardHeader id="identity" title={t("account.identity")} />
          <CardBody>
            <DefinitionList
              items={[
                { term: t("account.name"), value: account.name },
                { term: t("account.email"), value: account.email ?? t("account.none") },
                {
                  term: t(`account.idType.${account.idType}`),
                  value: account.idNumber ?? t("account.none"),
                },
              ]}
            />
            <div className="mt-5 border-t border-line pt-4">
              <IdentityForm name={account.name} email={account.email} />
            </div>
            <p className="mt-4 text-md text-ink-2">{own("openBody")}</p>
            <p>
              <SoftLink
                className="link inline-flex items-center touch:min-h-11"
                href={OWN_DATA_PATH}
              >
                {own("open")}
              </SoftLink>
            </p>
            <p className="mt-4">
              <SoftLink className="link inline-flex items-center touch:min-h-11" href="/privacy">
                {t("privacy")}
              </SoftLink>
            </p>
          </CardBody>
        </Card>
        {account.sso && (
          <Card as="section" aria-labelledby="sso-title">
            <CardHeader id="sso-title" title={t("sso.title", { name: account.sso })} />
            <CardBody className="grid gap-4">
              <p className="text-md text-ink-2">
                {t(account.isLinked ? "sso.linked" : "sso.notLinked", { name: account.sso })}
              </p>
              {problem && (
                <Callout tone="late" live>
                  <SsoProblem problem={problem} />
                </Callout>
              )}
              <Messages namespaces={["auth", "refusals"]}>
                {account.isLinked ? (
                  account.hasPassword && <UnlinkAccount />
                ) : (
                  <SsoButton
                    intent={{ kind: "own" }}
                    next="/account"
                    label={t("sso.link", { name: account.sso })}
                  />
                )}
              </Messages>
            </CardBody>
          </Card>
        )}
        <Card as="section" aria-labelledby="password-title">
          <CardHeader id="password-title" title={t("account.changePassword")} />
          <CardBody className="grid gap-4">
            <p className="text-md text-ink-2">{t("account.changeHint")}</p>
            <PasswordForm />
          </CardBody>
        </Card>
        <Card as="section" aria-labelledby="mail-title">
          <CardHeader id="mail-title" title={n("mail.title")} />
          <CardBody className="grid gap-4">
            <p className="text-md text-ink-2">{n("mail.body", quiet)}</p>
            <Messages namespaces={["notifications"]}>
              <MailChoice delivery={delivery} />
            </Messages>
          </CardBody>
        </Card>
      </div>
    </Messages>
  );
}
