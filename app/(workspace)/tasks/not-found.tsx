import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";

export default async function TaskNotFound() {
  const t = await getTranslations("tasks.notFound");
  return (
    <Card>
      <ErrorState title={<h1>{t("title")}</h1>} action={<Button href="/tasks">{t("back")}</Button>}>
        {t("body")}
      </ErrorState>
    </Card>
  );
}
