import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { repeatTour } from "@/lib/person/actions";

/** Shows the tour once more, on the next page. A form, so that it works before any script. */
export function RepeatTour() {
  const t = useTranslations("help");
  return (
    <form action={repeatTour}>
      <Button type="submit" variant="secondary">
        {t("repeat")}
      </Button>
    </form>
  );
}
