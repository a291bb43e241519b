import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DemoEntrances } from "@/components/person/demo-entrances";
import { Entrance } from "@/components/person/entrance";
import { SignInForm } from "@/components/person/sign-in-form";
import { SsoButton } from "@/components/person/sso-button";
import { SsoProblem } from "@/components/person/sso-problem";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadSignIn } from "@/lib/person/loaders";
import { returnPath } from "@/lib/session/return-path";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn.title") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ notice?: string; problem?: string; error?: string; next?: string }>;
}) {
  const { notice, problem, error, next: asked } = await searchParams;
  const next = returnPath(asked);
  const [{ demo, sends, sso }, t] = await Promise.all([
    loadSignIn(next, problem),
    getTranslations("auth"),
  ]);
  return (
    <Entrance title={t("signIn.title")} lede={t("signIn.lede")}>
      {(notice === "password-changed" || notice === "password-set") && (
        <Callout tone="good" live>
          {t(notice === "password-set" ? "signIn.passwordSet" : "signIn.passwordChanged")}
        </Callout>
      )}
      {next !== "/" && !notice && <Callout>{t("signIn.goesOn")}</Callout>}
      {(problem || error) && (
        <Callout tone="late" live>
          <SsoProblem problem={problem} />
        </Callout>
      )}
      <Messages namespaces={["auth", "refusals"]}>
        {demo.length > 0 && (
          <Card>
            <CardBody>
              <DemoEntrances accounts={demo} next={next} />
            </CardBody>
          </Card>
        )}
        <SignInForm next={next} />
        {sso && (
          <SsoButton intent={{ kind: "enter" }} label={t("sso.enter", { name: sso })} next={next} />
        )}
      </Messages>
      {sends ? (
        <p className="text-sm">
          <SoftLink
            className="link inline-flex items-center touch:min-h-11"
            href="/forgot-password"
          >
            {t("forgotten.link")}
          </SoftLink>
        </p>
      ) : (
        <p className="text-sm text-ink-3">{t("signIn.forgotten")}</p>
      )}
      <p className="text-sm">
        <SoftLink className="link inline-flex items-center touch:min-h-11" href="/privacy">
          {t("privacy")}
        </SoftLink>
      </p>
    </Entrance>
  );
}
