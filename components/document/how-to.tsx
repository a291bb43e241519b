import { useTranslations } from "next-intl";
import { ChevronDownIcon, InfoIcon } from "@/components/ui/icons";

/** How a thinking tool is used, in two sentences, and one worked example; folded until it is asked for. */
export function HowTo({ how, example }: { how: string; example: string }) {
  const t = useTranslations("form.howTo");
  return (
    <details className="group/how rounded-sm bg-sunken text-md print:hidden">
      <summary className="flex min-h-9 list-none items-center gap-2 rounded-sm px-3 py-1.5 font-semibold text-ink-2 hover:text-ink touch:min-h-12 [&::-webkit-details-marker]:hidden">
        <InfoIcon size={16} className="flex-none text-ink-3" />
        <span className="min-w-0 flex-1">{t("title")}</span>
        <ChevronDownIcon
          size={16}
          className="flex-none text-ink-3 transition-transform duration-120 group-open/how:rotate-180"
        />
      </summary>
      <div className="grid max-w-[68ch] gap-1.5 px-3 pt-0.5 pb-3 text-ink-2">
        <p>{how}</p>
        <p>
          <b className="font-semibold">{t("example")}</b> {example}
        </p>
      </div>
    </details>
  );
}
