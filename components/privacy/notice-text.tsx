import { useTranslations } from "next-intl";
import { Card, CardBody } from "@/components/ui/card";
import type { PrivacyController } from "@/lib/privacy/model";

const SECTIONS = [
  "controller",
  "basis",
  "purpose",
  "kinds",
  "readers",
  "retention",
  "rights",
] as const;

/** The privacy notice, with the centres that answer for it. */
export function NoticeText({ controllers }: { controllers: PrivacyController[] }) {
  const t = useTranslations("privacy");
  return (
    <Card>
      {SECTIONS.map((section) => (
        <section key={section} aria-labelledby={section} className="border-b border-line">
          <CardBody>
            <h2 id={section} className="text-base font-bold">
              {t(`sections.${section}.title`)}
            </h2>
            <p className="mt-1 text-ink-2">{t(`sections.${section}.body`)}</p>
          </CardBody>
        </section>
      ))}
      <section aria-labelledby="contact">
        <CardBody className="grid gap-3">
          <h2 id="contact" className="text-base font-bold">
            {t("sections.contact.title")}
          </h2>
          <p className="text-ink-2">
            {t(controllers.length > 0 ? "sections.contact.body" : "sections.contact.general")}
          </p>
          {controllers.map((controller) => (
            <div key={controller.centerId}>
              <p className="font-semibold">{controller.name}</p>
              {controller.contactName ? (
                <p className="wrap-anywhere">
                  {controller.contactName}
                  <br />
                  <a className="link" href={`mailto:${controller.contactEmail}`}>
                    {controller.contactEmail}
                  </a>
                  {controller.contactPhone && <> · {controller.contactPhone}</>}
                </p>
              ) : (
                <p className="text-ink-3">{t("sections.contact.none")}</p>
              )}
            </div>
          ))}
        </CardBody>
      </section>
    </Card>
  );
}
