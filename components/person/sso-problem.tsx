import { useTranslations } from "next-intl";
import { REFUSAL_REASONS } from "@/lib/platform/result";
import { SSO_FAILURES } from "@/lib/session/return-path";

/** Why signing in with an institutional account led back to the sign-in page. */
export function SsoProblem({ problem }: { problem: string | undefined }) {
  const t = useTranslations("auth.sso");
  const refusals = useTranslations("refusals");
  // The address is typed by anybody: only words of our own are shown.
  const reason = REFUSAL_REASONS.find((known) => known === problem);
  if (reason) return <>{refusals(reason)}</>;
  return <>{t(SSO_FAILURES.find((known) => known === problem) ?? "failed")}</>;
}
