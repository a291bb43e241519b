import { useLocale, useTranslations } from "next-intl";
import { useFormat } from "@/lib/i18n/use-format";
import { formatDecimal } from "./decimal";
import { useForm } from "./form-context";
import { isRecord } from "./sameness";

/** Any value of a document in words: choices by their names, items by their parts. */
export function useValueText(): (path: string, value: unknown) => string {
  const yesNo = useTranslations("terms.yesNo");
  const locale = useLocale();
  const { dto, names } = useForm();
  const format = useFormat(dto.timeZone);
  const write = (path: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "";
    if (typeof value === "boolean") return yesNo(value ? "true" : "false");
    if (typeof value === "number") {
      return names.valueName(path, String(value)) ?? formatDecimal(value, locale);
    }
    if (typeof value === "string") {
      if (/^\d{4}-\d\d-\d\d$/.test(value)) return format.date(value);
      return names.valueName(path, value) ?? value;
    }
    if (Array.isArray(value)) {
      const parts = value.map((part, index) =>
        write(typeof part === "string" ? path : `${path}.${index}`, part),
      );
      return parts.filter((part) => part !== "").join("\n");
    }
    if (!isRecord(value)) return "";
    return Object.entries(value)
      .flatMap(([key, part]) => {
        const at = `${path}.${key}`;
        const name = names.kindName(at);
        const text = write(at, part);
        return name === null || text === "" ? [] : [`${name}: ${text.replaceAll("\n", ", ")}`];
      })
      .join("\n");
  };
  return write;
}
