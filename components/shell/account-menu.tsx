import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CircleQuestionIcon, UserRoundIcon } from "@/components/ui/icons";
import { SoftLink } from "@/components/ui/soft-link";

/** Who is signed in, how Lokus looks, and the way out. Opened by buttons with its id as target. */
export function AccountMenu({
  person,
  looks,
  signOut,
}: {
  person: { name: string; roleLabel: string };
  /** What changes how Lokus looks: it needs the server. */
  looks?: ReactNode;
  signOut?: ReactNode;
}) {
  const t = useTranslations("shell");
  return (
    <div
      id="account-menu"
      popover="auto"
      className="inset-auto w-72 max-w-[calc(100vw-1rem)] rounded-md border border-line bg-surface shadow-float max-lg:top-15 max-lg:right-2 lg:bottom-25 lg:left-3.5"
    >
      <div className="border-b border-line px-4 py-3">
        <p className="font-semibold leading-snug wrap-anywhere">{person.name}</p>
        <p className="text-sm text-ink-3">{person.roleLabel}</p>
      </div>
      {looks && <div className="grid gap-3 border-b border-line px-4 py-3.5">{looks}</div>}
      <div className="grid p-1.5">
        <SoftLink
          href="/account"
          className="flex min-h-10 items-center gap-2.5 rounded-sm px-2.5 text-md font-medium hover:bg-sunken touch:min-h-12"
        >
          <UserRoundIcon size={18} className="text-ink-3" />
          {t("account.settings")}
        </SoftLink>
        <SoftLink
          href="/help"
          className="flex min-h-10 items-center gap-2.5 rounded-sm px-2.5 text-md font-medium hover:bg-sunken touch:min-h-12"
        >
          <CircleQuestionIcon size={18} className="text-ink-3" />
          {t("help")}
        </SoftLink>
        {signOut}
      </div>
    </div>
  );
}
