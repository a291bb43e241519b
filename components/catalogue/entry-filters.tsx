import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { SearchIcon } from "@/components/ui/icons";
import { Input, Select } from "@/components/ui/input";
import { SoftLink } from "@/components/ui/soft-link";
import { LiveForm } from "./live-form";

/** One choice that narrows a list. */
export interface FilterSelect {
  name: string;
  /** Names the choice to screen readers. */
  label: string;
  /** What is said for no choice: "Jenis: semua". */
  any: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
}

/** Narrows a list of the catalogue; all of it stands in the address. */
export function EntryFilters({
  action,
  address,
  search,
  q,
  selects,
}: {
  action: string;
  /** The address of what is shown, the page aside. */
  address: string;
  search: string;
  q: string | undefined;
  selects: readonly FilterSelect[];
}) {
  const t = useTranslations("catalogue");
  return (
    <LiveForm
      action={action}
      address={address}
      className="mb-4 grid grid-cols-2 gap-2 sm:grid-cols-3 xl:grid-cols-4 print:hidden"
    >
      <div className="col-span-full flex gap-2">
        <span className="relative min-w-0 flex-1 sm:max-w-md">
          <SearchIcon
            size={16}
            className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-3"
          />
          <Input
            type="search"
            name="q"
            defaultValue={q}
            aria-label={search}
            placeholder={search}
            enterKeyHint="search"
            maxLength={100}
            className="pl-9"
          />
        </span>
        <Button type="submit" variant="secondary">
          {t("find")}
        </Button>
      </div>
      {selects.map((select) => (
        <Select
          key={select.name}
          name={select.name}
          defaultValue={select.value ?? ""}
          aria-label={select.label}
        >
          <option value="">{select.any}</option>
          {select.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      ))}
      {address !== action && (
        <SoftLink
          href={action}
          className="link inline-flex items-center self-center text-sm touch:min-h-11"
        >
          {t("clearFilters")}
        </SoftLink>
      )}
    </LiveForm>
  );
}
