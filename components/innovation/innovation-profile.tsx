import { useTranslations } from "next-intl";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { ExternalLinkIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";
import { isHttpsLink } from "@/lib/document/fields";
import { hostPath, unitPath } from "@/lib/host/model";
import type { InnovationProfile as Profile } from "@/lib/innovation/model";
import { ConfidenceBadge } from "./confidence-badge";

/** What an innovation is: every field of its profile, those that nobody confirmed as such. */
export function InnovationProfile({ innovation }: { innovation: Profile }) {
  const t = useTranslations("innovations");
  const terms = useTranslations("terms");
  const catalogue = useTranslations("catalogue");
  const { owner, host, initiator, affair, affairNote, facet } = innovation;
  const open = <span className="text-ink-3">{t("unconfirmed")}</span>;
  return (
    <Card as="section">
      <CardBody className="grid gap-4">
        <p className="max-w-[72ch] whitespace-pre-line wrap-anywhere">{innovation.summary}</p>
        <DefinitionList
          items={[
            {
              term: t("owner"),
              value: (
                <>
                  <SoftLink
                    href={unitPath(owner.id)}
                    className="link inline-flex items-center touch:min-h-11"
                  >
                    {owner.name} ({owner.shortName})
                  </SoftLink>
                  {owner.laterName && (
                    <span className="text-ink-3">
                      , {t("ownerLater", { name: owner.laterName })}
                    </span>
                  )}
                </>
              ),
            },
            {
              term: t("host"),
              value: (
                <SoftLink
                  href={hostPath(host.id)}
                  className="link inline-flex items-center touch:min-h-11"
                >
                  {host.capital ? `${host.name}, ${host.capital}` : host.name}
                </SoftLink>
              ),
            },
            { term: t("form"), value: terms(`innovationForm.${innovation.form}`) },
            { term: t("type"), value: terms(`innovationType.${innovation.type}`) },
            { term: t("stage"), value: terms(`innovationStage.${innovation.stage}`) },
            {
              term: t("initiator"),
              value: initiator ? terms(`innovationInitiator.${initiator}`) : open,
            },
            {
              term: t("affair"),
              value: affair
                ? `${terms(`affair.${affair}`)}${affairNote ? ` (${affairNote})` : ""}`
                : (affairNote ?? open),
            },
            { term: t("startedOn"), value: innovation.startedOn ?? t("notKnown") },
            ...(facet ? [{ term: t("facet"), value: catalogue(`facet.${facet}`) }] : []),
            {
              term: t("confidenceLabel"),
              value: <ConfidenceBadge confidence={innovation.confidence} />,
            },
          ]}
        />
        {innovation.source && (
          <p className="text-sm text-ink-3 wrap-anywhere">
            {t("source", { source: innovation.source })}
          </p>
        )}
      </CardBody>
    </Card>
  );
}

const TEXTS = ["design", "coreChange", "purpose", "benefit", "result"] as const;

/** What it changed and what for; where nothing is known, that. */
export function InnovationDesign({ innovation }: { innovation: Profile }) {
  const t = useTranslations("innovations");
  const { links } = innovation;
  const known = TEXTS.filter((name) => innovation[name]);
  return (
    <Card as="section">
      <CardHeader title={t("profile")} />
      <CardBody className="grid gap-4">
        {known.map((name) => (
          <div key={name}>
            <h3 className="text-sm text-ink-3">{t(name)}</h3>
            <p className="max-w-[72ch] whitespace-pre-line wrap-anywhere">{innovation[name]}</p>
          </div>
        ))}
        {known.length < TEXTS.length && (
          <p className="text-md text-ink-3">
            {t("unconfirmedList", {
              names: TEXTS.filter((name) => !innovation[name])
                .map((name) => t(name))
                .join(", "),
            })}
          </p>
        )}
        {links.length > 0 && (
          <div>
            <h3 className="text-sm text-ink-3">{t("links")}</h3>
            <ul>
              {links
                .filter(({ url }) => isHttpsLink(url))
                .map(({ title, url }) => (
                  <li key={url}>
                    <a
                      href={url}
                      rel="noopener noreferrer external"
                      target="_blank"
                      className="link inline-flex items-center gap-1.5 wrap-anywhere touch:min-h-11"
                    >
                      {title}
                      <ExternalLinkIcon size={14} className="flex-none" />
                    </a>
                  </li>
                ))}
            </ul>
          </div>
        )}
      </CardBody>
    </Card>
  );
}
