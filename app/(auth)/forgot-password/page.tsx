import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/person/entrance";
import { ForgottenForm } from "@/components/person/forgotten-form";
import { Callout } from "@/components/ui/callout";
import { SoftLink } from "@/components/ui/soft-link";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadForgotten } from "@/lib/person/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("forgotten.title") };
}

export default async function ForgottenPage() {
  const [{ sends }, t] = await Promise.all([loadForgotten(), getTranslations("auth")]);
  return (
    <Entrance title={t("forgotten.title")} lede={sends ? t("forgotten.lede") : undefined}>
      {sends ? (
        <Messages namespaces={["auth"]}>
          <ForgottenForm />
        </Messages>
      ) : (
        <Callout>{t("forgotten.off")}</Callout>
      )}
      <p className="text-sm">
        <SoftLink className="link inline-flex items-center touch:min-h-11" href="/sign-in">
          {t("forgotten.back")}
        </SoftLink>
      </p>
    </Entrance>
  );
}
