import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { SoftLink } from "@/components/ui/soft-link";
import { HELP_TOPICS, type HelpRole, TOPIC_ROOMS } from "@/lib/help/model";
import type { WorkspaceRoom } from "@/lib/session/workspace";

/**
 * What people of a role ask, and the answers, each with the way to where it is done.
 *
 * @param rooms of the reader: nobody is led to a room that they have not
 */
export function HelpTopics({ role, rooms }: { role: HelpRole; rooms: readonly WorkspaceRoom[] }) {
  const t = useTranslations("help.topics");
  const numbers = Array.from({ length: HELP_TOPICS[role] }, (_, index) => index + 1);
  const room = useTranslations("auth.rooms");
  const common = useTranslations("help");
  const word = (number: number, part: "title" | "body") =>
    t(`${role}.${number}.${part}` as Parameters<typeof t>[0]);
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      {numbers.map((number) => {
        const where = TOPIC_ROOMS[role][number];
        return (
          <Card as="section" key={number} className="px-4 py-4 sm:px-5">
            <h2 className="text-base font-bold">{word(number, "title")}</h2>
            <p className="mt-1.5 max-w-[68ch] text-ink-2">{word(number, "body")}</p>
            {where && rooms.includes(where) && (
              <p className="mt-2 print:hidden">
                <SoftLink
                  href={`/${where}`}
                  className="link inline-flex items-center touch:min-h-11"
                >
                  {common("open", { room: room(where) })}
                </SoftLink>
              </p>
            )}
          </Card>
        );
      })}
    </div>
  );
}
