import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Entrance } from "@/components/person/entrance";
import { LinkReaderGate } from "@/components/person/link-reader-gate";
import { TakeRole } from "@/components/staff/take-role";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadOffer } from "@/lib/staff/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("auth"))("join.title"),
    // The address is half of the key: it must not travel to anybody.
    referrer: "no-referrer",
  };
}

export default async function JoinPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [offer, t, admin] = await Promise.all([
    loadOffer(token),
    getTranslations("auth"),
    getTranslations("admin"),
  ]);
  if (!offer) notFound();
  const { center, reader } = offer;
  const lede = t("join.lede", { center, role: admin(`roles.${offer.role}`) });
  return (
    <Entrance title={t("join.title")} lede={lede}>
      <LinkReaderGate reader={reader} path={`/join/${token}`}>
        {reader.is === "meant" && <p>{t("join.asYou", { name: reader.name })}</p>}
        <Messages namespaces={["auth", "refusals"]}>
          <TakeRole token={token} />
        </Messages>
      </LinkReaderGate>
    </Entrance>
  );
}
