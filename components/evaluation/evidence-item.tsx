import { useTranslations } from "next-intl";
import { fieldId } from "@/components/revision/field";
import {
  ClockIcon,
  ExternalLinkIcon,
  FileTextIcon,
  type IconProps,
  ImageIcon,
  LinkIcon,
  QuoteIcon,
  TriangleAlertIcon,
} from "@/components/ui/icons";
import { isHttpsLink } from "@/lib/document/fields";
import { carriesFile, type Evidence, type EvidenceKind } from "@/lib/evaluation/model";
import type { StoredFileDto } from "@/lib/file/model";
import { useFormat } from "@/lib/i18n/use-format";

const icons = {
  LINK: LinkIcon,
  QUOTE: QuoteIcon,
  PHOTO: ImageIcon,
  FILE: FileTextIcon,
} as const satisfies Record<EvidenceKind, unknown>;

function KindIcon({ kind, ...rest }: IconProps & { kind: EvidenceKind | null }) {
  const Icon = icons[kind ?? "FILE"];
  return <Icon {...rest} />;
}

/** A piece of evidence in full: what was said or where it stands, and what it supports. */
export function EvidenceItem({
  item,
  number,
  stored,
  supports,
  saidBy,
}: {
  item: Evidence;
  number: number;
  /** Its photo or file, where it has arrived. */
  stored: StoredFileDto | null;
  /** The names of the criterion and of the claim that it supports. */
  supports: readonly string[];
  /** Who said a quotation. */
  saidBy: string | null;
}) {
  const t = useTranslations("terms");
  const v = useTranslations("revision");
  return (
    <figure className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3">
      <span className="grid size-7 place-items-center rounded-sm bg-hue-soft text-hue">
        <KindIcon kind={item.kind} size={15} />
      </span>
      <div className="grid grid-cols-1 gap-1">
        <figcaption className="text-sm text-ink-3">
          <span className="font-semibold text-ink-2">{v("evidenceNumber", { number })}</span>
          {item.kind && ` · ${t(`evidenceKind.${item.kind}`)}`}
          {supports.map((criterion) => ` · ${v("supports", { criterion })}`)}
        </figcaption>
        {item.kind === "QUOTE" ? (
          <>
            <blockquote className="max-w-[68ch] whitespace-pre-line wrap-anywhere italic">
              {item.caption}
            </blockquote>
            {saidBy && (
              <p className="text-sm text-ink-2 wrap-anywhere">{v("saidBy", { who: saidBy })}</p>
            )}
          </>
        ) : (
          <p className="max-w-[68ch] wrap-anywhere">{item.caption}</p>
        )}
        {carriesFile(item.kind) && <EvidenceFile item={item} stored={stored} />}
        {/* Only an address that is what it says becomes a link. */}
        {item.kind === "LINK" && isHttpsLink(item.url) && (
          <p className="min-w-0 text-md">
            <a
              href={item.url}
              target="_blank"
              rel="noopener noreferrer external"
              className="link inline-flex max-w-full items-center gap-1.5 touch:min-h-11"
            >
              <span className="truncate">{shortAddress(item.url)}</span>
              <ExternalLinkIcon size={14} className="flex-none" />
              <span className="sr-only">{v("newTab")}</span>
            </a>
          </p>
        )}
      </div>
    </figure>
  );
}

/** The photo in small, leading to the whole of it; a document to be saved; that it is on its way, or lost. */
function EvidenceFile({ item, stored }: { item: Evidence; stored: StoredFileDto | null }) {
  const v = useTranslations("revision");
  const format = useFormat();
  if (!stored) {
    return (
      <p data-tone="late" className="flex items-center gap-1.5 text-sm font-semibold text-hue">
        <ClockIcon size={15} className="flex-none" />
        {v("notArrived")}
      </p>
    );
  }
  if (stored.url === null) {
    return (
      <p data-tone="late" className="flex items-center gap-1.5 text-sm font-semibold text-hue">
        <TriangleAlertIcon size={15} className="flex-none" />
        {v("unreadable")}
      </p>
    );
  }
  if (stored.thumbnailUrl === null) {
    return (
      <p>
        <a href={stored.url} className="link inline-flex items-center gap-1.5 touch:min-h-11">
          <FileTextIcon size={15} className="flex-none" />
          {v("downloadPdf", { kb: format.integer(Math.max(1, Math.round(stored.size / 1000))) })}
        </a>
      </p>
    );
  }
  return (
    <a
      href={stored.url}
      target="_blank"
      rel="noopener noreferrer"
      className="block w-fit max-w-full overflow-hidden rounded-md border border-line"
    >
      {/* biome-ignore lint/performance/noImgElement: made small already, at an address that ends */}
      <img
        src={stored.thumbnailUrl}
        alt={v("photoAlt", { caption: item.caption })}
        width={stored.width ?? undefined}
        height={stored.height ?? undefined}
        loading="lazy"
        className="max-h-60 w-auto max-w-full"
      />
      <span className="sr-only">
        {v("openPhoto")} {v("newTab")}
      </span>
    </a>
  );
}

/** A piece of evidence in a line, leading to the whole of it. */
export function EvidenceLink({ item, number }: { item: Evidence; number: number }) {
  const v = useTranslations("revision");
  return (
    <a
      href={`#${fieldId(`evidence.${number - 1}`)}`}
      className="inline-flex max-w-full items-center gap-1.5 rounded-sm bg-hue-soft px-2 py-1 text-sm text-hue hover:underline touch:min-h-11"
    >
      <KindIcon kind={item.kind} size={14} className="flex-none" />
      <span className="flex-none font-semibold">{v("evidenceNumber", { number })}</span>
      <span className="truncate text-ink-2 sm:max-w-72">{item.caption}</span>
    </a>
  );
}

/** Host and the beginning of the path, as people recognise an address. */
function shortAddress(url: string): string {
  const { hostname, pathname } = new URL(url);
  const host = hostname.replace(/^www\./, "");
  return pathname === "/" ? host : `${host}${pathname}`;
}
