"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/review/use-command";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { toast } from "@/components/ui/toast";
import type { Locale } from "@/lib/i18n/locales";
import { chooseMailAction } from "@/lib/notification/actions";
import { MAIL_DELIVERIES, type MailDelivery } from "@/lib/notification/model";

/** How letters of reminders come, in the language of the page. Needs the messages of `notifications`. */
export function MailChoice({ delivery }: { delivery: MailDelivery }) {
  const t = useTranslations("notifications");
  const locale = useLocale() as Locale;
  const [chosen, setChosen] = useState(delivery);
  const { run, pending } = useCommand(chooseMailAction);
  return (
    <form
      className="grid gap-4"
      onSubmit={async (event) => {
        event.preventDefault();
        const result = await run({ delivery: chosen, locale });
        if (result.ok) toast(t("mail.saved"), { tone: "good" });
        else toast(t("problem"), { tone: "late" });
      }}
    >
      <ChoiceGroup
        id="mail-delivery"
        name="delivery"
        type="radio"
        label={t("mail.label")}
        values={[chosen]}
        onValues={([value]) => setChosen(value as MailDelivery)}
        options={MAIL_DELIVERIES.map((value) => ({ value, label: t(`mail.${value}`) }))}
      />
      <div>
        <Button type="submit" variant="secondary" pending={pending}>
          {t("mail.save")}
        </Button>
      </div>
    </form>
  );
}
