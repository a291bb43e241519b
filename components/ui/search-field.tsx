import Form from "next/form";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonClass } from "./button";
import { SearchIcon } from "./icons";

/**
 * Searches by address: a GET form, so that the result can be shared and works without JavaScript.
 * `keep` carries the other filters along; the page number is left out on purpose.
 */
export function SearchField({
  action,
  name = "q",
  label,
  value,
  keep,
  children,
}: {
  /** The address of the list. */
  action: string;
  name?: string;
  /** What is searched, also the placeholder: "Cari peserta". */
  label: string;
  value?: string;
  keep?: Record<string, string | undefined>;
  /** More controls of the same form, such as selects. */
  children?: ReactNode;
}) {
  const t = useTranslations("common");
  return (
    <Form
      prefetch={false}
      action={action}
      role="search"
      className="flex min-w-0 flex-wrap items-center gap-2 print:hidden"
    >
      {Object.entries(keep ?? {}).map(
        ([key, kept]) => kept && <input key={key} type="hidden" name={key} value={kept} />,
      )}
      <span className="relative min-w-44 flex-1 sm:max-w-72">
        <SearchIcon
          size={16}
          className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3"
        />
        <input
          type="search"
          name={name}
          defaultValue={value}
          aria-label={label}
          placeholder={label}
          enterKeyHint="search"
          maxLength={100}
          className="control pl-9"
        />
      </span>
      {children}
      <button type="submit" className={buttonClass("secondary")}>
        {t("search")}
      </button>
    </Form>
  );
}
