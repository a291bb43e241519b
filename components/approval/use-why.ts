import { useTranslations } from "next-intl";

const TOLD = ["conflict", "leased", "previous_not_approved", "work_not_scored"] as const;

/** A hook, for server components too: why something is not approved with others, in a few words. */
export function useWhy(): (reason: string) => string {
  const t = useTranslations("together");
  return (reason) => {
    if (reason === "no_answer" || reason === "outdated") return t("noAnswer");
    return t(`why.${TOLD.find((told) => told === reason) ?? "other"}`);
  };
}
