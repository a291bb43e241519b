import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { OwnContact } from "@/lib/own-data/model";

/** Whom to ask where what a centre keeps is wrong: numbers, positions, names on rosters. */
export function OwnContacts({ contacts }: { contacts: OwnContact[] }) {
  const t = useTranslations("ownData.others");
  return (
    <Card as="section" aria-labelledby="own-others">
      <CardHeader id="own-others" title={t("title")} />
      <CardBody className="grid gap-2 text-md">
        <p className="max-w-[72ch] text-ink-2">{contacts.length > 0 ? t("body") : t("none")}</p>
        <ul className="grid gap-1.5">
          {contacts.map(({ center, name, email, phone }) => (
            <li key={center} className="wrap-anywhere">
              <span className="font-semibold">{center}</span>:{" "}
              {[name, email, phone].filter(Boolean).join(", ") || t("noContact")}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}
