import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { HELP_TOPICS, type HelpRole } from "@/lib/help/model";

/** What people of a role ask, and the answers. */
export function HelpTopics({ role }: { role: HelpRole }) {
  const t = useTranslations("help.topics");
  const numbers = Array.from({ length: HELP_TOPICS[role] }, (_, index) => index + 1);
  const word = (number: number, part: "title" | "body") =>
    t(`${role}.${number}.${part}` as Parameters<typeof t>[0]);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {numbers.map((number) => (
        <Card as="section" key={number} className="px-4 py-4 sm:px-5">
          <h2 className="text-base font-bold">{word(number, "title")}</h2>
          <p className="mt-1.5 max-w-[68ch] text-ink-2">{word(number, "body")}</p>
        </Card>
      ))}
    </div>
  );
}
