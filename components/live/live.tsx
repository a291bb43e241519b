import { useTranslations } from "next-intl";
import { LiveLine } from "./live-line";

/**
 * Keeps a page up to date.
 *
 * @param stream where the page hears of changes
 * @param since when the page began to be read, in milliseconds
 */
export function Live({ stream, since }: { stream: string; since: number }) {
  const t = useTranslations("live");
  return (
    <LiveLine href={stream} since={since} words={{ on: t("on"), slow: t("slow"), off: t("off") }} />
  );
}
