import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { PencilIcon } from "@/components/ui/icons";
import { editInnovationPath } from "@/lib/center/model";
import { RetireInnovation } from "./retire-innovation";

/** What organisers of its centre can do with an innovation. Needs `catalogue` and `refusals`. */
export function ManagedActions({
  centerId,
  entry,
}: {
  centerId: string;
  entry: { id: string; version: number; name: string; archived: boolean };
}) {
  const t = useTranslations("catalogue");
  return (
    <>
      <Button
        variant="secondary"
        icon={<PencilIcon />}
        href={editInnovationPath(centerId, entry.id)}
      >
        {t("innovations.edit")}
      </Button>
      <RetireInnovation centerId={centerId} entry={entry} />
    </>
  );
}
