import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpTopics } from "@/components/help/help-topics";
import { RepeatTour } from "@/components/help/repeat-tour";
import { PageHeader } from "@/components/shell/page-header";
import { Tabs } from "@/components/ui/tabs";
import { loadHelp } from "@/lib/help/loaders";
import { HELP_ROLES } from "@/lib/help/model";

interface Props {
  searchParams: Promise<{ role?: string | string[] }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("help"))("title") };
}

export default async function HelpPage({ searchParams }: Props) {
  const [{ role, rooms }, t] = await Promise.all([
    searchParams.then(({ role }) => loadHelp(role)),
    getTranslations("help"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} actions={<RepeatTour />} />
      <Tabs
        label={t("roles.label")}
        items={HELP_ROLES.map((known) => ({
          href: `/help?role=${known}`,
          label: t(`roles.${known}`),
          current: known === role,
        }))}
      />
      <HelpTopics role={role} rooms={rooms} />
    </>
  );
}
