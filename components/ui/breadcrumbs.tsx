import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { SoftLink } from "./soft-link";

/** A label of so many characters stays whole; longer ones share what room there is. */
const SHORT = 16;

/** The way back up. The page itself is not in it: its title stands below. */
export function Breadcrumbs({ items }: { items: { href: string; label: string }[] }) {
  const t = useTranslations("common");
  return (
    // On paper it says what the page belongs to, whole.
    <nav aria-label={t("breadcrumbs")} className="print:block!">
      <ol className="flex items-center print:flex-wrap gap-x-1.5 text-sm text-ink-3">
        {items.map((item, index) => (
          <Fragment key={item.href}>
            {index > 0 && <li aria-hidden="true">/</li>}
            <li className={item.label.length > SHORT ? "min-w-0" : "flex-none"}>
              <SoftLink
                href={item.href}
                className="flex items-center underline-offset-3 hover:text-ink hover:underline touch:min-h-11"
              >
                <span className="truncate print:whitespace-normal">{item.label}</span>
              </SoftLink>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}
