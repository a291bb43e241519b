import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shell/page-header";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { Messages } from "@/lib/i18n/messages-scope";
import { useFormat } from "@/lib/i18n/use-format";
import type { WishPage } from "@/lib/wish/model";
import { WishForm } from "./wish-form";

/** What a participant would like, and what they were given. */
export function WishScreen({ page }: { page: WishPage }) {
  const t = useTranslations("wishes");
  const tasks = useTranslations("tasks");
  const format = useFormat(page.timeZone);
  const { innovations, chosen, given, open } = page;
  const until = format.dateTime(page.until);
  const labelOf = (id: string) => {
    const found = innovations.find((innovation) => innovation.id === id);
    return found ? `${found.code} – ${found.name}` : t("gone");
  };
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs items={[{ href: "/tasks", label: tasks("title") }]} />}
        title={t("title")}
        lede={`${page.cohort}. ${t(open ? "lede" : "closed", { until })}`}
      />
      <div className="grid max-w-3xl gap-5">
        {given.length > 0 && (
          <Callout tone="good" title={t("given")}>
            <ul className="grid gap-1">
              {given.map(({ id, code, name, rank }) => (
                <li key={id} className="wrap-anywhere">
                  {code} – {name}
                  {rank !== null && ` (${t("rank", { rank })})`}
                </li>
              ))}
            </ul>
          </Callout>
        )}
        {open ? (
          <Messages namespaces={["wishes", "issues", "refusals"]}>
            <WishForm
              cohortId={page.cohortId}
              innovations={innovations.map(({ id, code, name }) => ({ id, code, name }))}
              chosen={chosen}
            />
          </Messages>
        ) : (
          <Card as="section">
            <CardHeader title={t("yours")} />
            <CardBody>
              {chosen.length === 0 ? (
                <p className="text-md text-ink-3">{t("none")}</p>
              ) : (
                <ol className="grid list-decimal gap-1 pl-5 text-md">
                  {chosen.map((id) => (
                    <li key={id} className="wrap-anywhere">
                      {labelOf(id)}
                    </li>
                  ))}
                </ol>
              )}
            </CardBody>
          </Card>
        )}
        <Card as="section">
          <CardHeader title={t("innovations", { count: innovations.length })} />
          <CardBody>
            <ul className="grid gap-2.5 text-md">
              {innovations.map(({ id, code, name, owner }) => (
                <li key={id} className="wrap-anywhere">
                  <SoftLink href={`/innovations/${id}`} className="link">
                    {code} – {name}
                  </SoftLink>
                  <span className="block text-sm text-ink-3">{owner}</span>
                </li>
              ))}
            </ul>
          </CardBody>
        </Card>
      </div>
    </>
  );
}
