import { useTranslations } from "next-intl";

const PARTS = ["progress", "spread", "obstacles"] as const;

/** On the phone the parts of the analysis stand far below each other: these lead to each. */
export function PartLinks() {
  const t = useTranslations("dashboard.parts");
  return (
    <nav
      aria-label={t("label")}
      className="scrollbar-none -mx-4 flex gap-1.5 overflow-x-auto px-4 lg:hidden"
    >
      {PARTS.map((part) => (
        <a
          key={part}
          href={`#${part}`}
          className="inline-flex min-h-11 flex-none items-center rounded-full border border-line-strong bg-surface px-3.5 text-sm font-medium text-ink-2"
        >
          {t(part)}
        </a>
      ))}
    </nav>
  );
}
