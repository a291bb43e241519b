"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSignIn } from "@/components/person/sign-in-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { SelectField } from "@/components/ui/text-field";

interface Account {
  email: string;
  name: string;
  role: "STAFF" | "FACILITATOR" | "PARTICIPANT";
}

// The demo's passwords are public: they stand in the README and are good for nothing else.
const DEMO_PASSWORD = "lokus-demo";

/** One click a role, and every other demo account from a list. */
export function DemoEntrances({ accounts, next }: { accounts: Account[]; next: string }) {
  const t = useTranslations("auth.demo");
  const enter = useSignIn(next);
  const [failure, setFailure] = useState<string>();
  const [other, setOther] = useState("");
  const roles = ["STAFF", "FACILITATOR", "PARTICIPANT"] as const;
  const first = roles.flatMap((role) => accounts.find((account) => account.role === role) ?? []);

  const go = async (email: string) => setFailure(await enter.run(email, DEMO_PASSWORD));

  return (
    <section aria-labelledby="demo-title" className="grid gap-3.5">
      <div>
        <h2 id="demo-title" className="text-base font-bold">
          {t("title")}
        </h2>
        <p className="mt-0.5 text-sm text-ink-2">{t("body")}</p>
      </div>
      {failure && (
        <Callout tone="late" live>
          {failure}
        </Callout>
      )}
      <div className="grid gap-2">
        {first.map((account) => (
          <button
            key={account.email}
            type="button"
            disabled={enter.pending}
            onClick={() => go(account.email)}
            className="grid min-h-14 content-center rounded-sm border border-line-strong bg-surface px-4 py-2 text-left hover:border-ink-3 hover:bg-sunken disabled:opacity-55"
          >
            <span className="font-semibold">{t(account.role)}</span>
            <span className="text-sm text-ink-3 wrap-anywhere">
              {account.name} · {account.email}
            </span>
          </button>
        ))}
      </div>
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <SelectField
            id="demo-other"
            name="demo-other"
            label={t("other")}
            value={other}
            optional
            onChange={(event) => setOther(event.target.value)}
          >
            <option value="">{t("choose")}</option>
            {roles.map((role) => (
              <optgroup key={role} label={t(role)}>
                {accounts
                  .filter((account) => account.role === role)
                  .map((account) => (
                    <option key={account.email} value={account.email}>
                      {account.name} ({account.email.split("@")[0]})
                    </option>
                  ))}
              </optgroup>
            ))}
          </SelectField>
        </div>
        <Button
          variant="secondary"
          disabled={!other}
          pending={enter.pending}
          onClick={() => go(other)}
        >
          {t("go")}
        </Button>
      </div>
    </section>
  );
}
