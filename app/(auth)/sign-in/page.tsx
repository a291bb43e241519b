import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DemoEntrances } from "@/components/person/demo-entrances";
import { Entrance } from "@/components/person/entrance";
import { SignInForm } from "@/components/person/sign-in-form";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody } from "@/components/ui/card";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadSignIn } from "@/lib/person/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn.title") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ notice?: string }>;
}) {
  const [{ notice }, { demo }, t] = await Promise.all([
    searchParams,
    loadSignIn(),
    getTranslations("auth"),
  ]);
  return (
    <Entrance title={t("signIn.title")} lede={t("signIn.lede")}>
      {notice === "password-changed" && (
        <Callout tone="good" live>
          {t("signIn.passwordChanged")}
        </Callout>
      )}
      <Messages namespaces={["auth"]}>
        {demo.length > 0 && (
          <Card>
            <CardBody>
              <DemoEntrances accounts={demo} />
            </CardBody>
          </Card>
        )}
        <SignInForm />
      </Messages>
      <p className="text-sm text-ink-3">{t("signIn.forgotten")}</p>
      <p className="text-sm">
        <Link className="link inline-flex items-center touch:min-h-11" href="/privacy">
          {t("privacy")}
        </Link>
      </p>
    </Entrance>
  );
}
