import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OfficeTabs } from "@/components/center/office-tabs";
import { ContactForm } from "@/components/privacy/contact-form";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadPrivacyContact } from "@/lib/privacy/loaders";

interface Props {
  params: Promise<{ centerId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("privacy"))("contactForm.title") };
}

export default async function OfficePrivacyPage({ params }: Props) {
  const { centerId } = await params;
  const [{ contact, canEdit }, t, o] = await Promise.all([
    loadPrivacyContact(centerId),
    getTranslations("privacy.contactForm"),
    getTranslations("office"),
  ]);
  return (
    <>
      <PageHeader
        eyebrow={o("title")}
        title={contact.name}
        actions={
          <Button variant="secondary" href="/privacy">
            {t("preview")}
          </Button>
        }
      />
      <OfficeTabs centerId={centerId} current="privacy" />
      <Card as="section" aria-labelledby="contact-title">
        <CardHeader id="contact-title" title={t("title")} />
        <CardBody className="grid gap-4">
          <p className="text-ink-2">{t("lede")}</p>
          {canEdit ? (
            <Messages namespaces={["privacy", "issues", "refusals"]}>
              <ContactForm contact={contact} />
            </Messages>
          ) : (
            <>
              <DefinitionList
                items={[
                  { term: t("name"), value: contact.contactName ?? t("missing") },
                  { term: t("email"), value: contact.contactEmail ?? t("missing") },
                  { term: t("phone"), value: contact.contactPhone ?? t("missing") },
                ]}
              />
              <p className="text-sm text-ink-3">{t("readOnly")}</p>
            </>
          )}
        </CardBody>
      </Card>
    </>
  );
}
