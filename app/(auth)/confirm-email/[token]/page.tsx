import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfirmEmail } from "@/components/own-data/confirm-email";
import { Entrance } from "@/components/person/entrance";
import { LinkReaderGate } from "@/components/person/link-reader-gate";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadConfirmation } from "@/lib/own-data/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("auth"))("confirm.title"),
    // The address is half of the key: it must not travel to anybody.
    referrer: "no-referrer",
  };
}

export default async function ConfirmPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [found, t] = await Promise.all([loadConfirmation(token), getTranslations("auth")]);
  if (!found) notFound();
  const { email, reader } = found;
  return (
    <Entrance title={t("confirm.title")}>
      <LinkReaderGate reader={reader} path={`/confirm-email/${token}`}>
        {reader.is === "meant" && email && (
          <p className="wrap-anywhere">{t("confirm.asYou", { name: reader.name, email })}</p>
        )}
        <Messages namespaces={["auth", "refusals"]}>
          <ConfirmEmail token={token} />
        </Messages>
      </LinkReaderGate>
    </Entrance>
  );
}
