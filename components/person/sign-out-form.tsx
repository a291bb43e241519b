import { useTranslations } from "next-intl";
import { LogOutIcon } from "@/components/ui/icons";
import { signOutAction } from "@/lib/session/actions";
import { SignOutGuard } from "./sign-out-guard";

/** The way out, as a plain form in the account menu. */
export function SignOutForm() {
  const t = useTranslations("auth");
  return (
    <SignOutGuard>
      <form action={signOutAction}>
        <button
          type="submit"
          className="flex min-h-10 w-full items-center gap-2.5 rounded-sm px-2.5 text-md font-medium hover:bg-sunken touch:min-h-12"
        >
          <LogOutIcon size={18} className="text-ink-3" />
          {t("signOut")}
        </button>
      </form>
    </SignOutGuard>
  );
}
