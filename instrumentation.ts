import type { Instrumentation } from "next";

/** Next calls this once, before the server answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startObserving } = await import("@/lib/platform/observe");
  startObserving();
  const [{ startJobs }, { deliverLetter }, { carryOutApprovals }, { appContext }] =
    await Promise.all([
      import("@/lib/platform/jobs"),
      import("@/lib/mail/mutations"),
      import("@/lib/approval/mutations"),
      import("@/lib/platform/context"),
    ]);
  startJobs({
    mail: ({ data, isLast }) => deliverLetter(appContext(), { ...data, isLast }),
    approvals: ({ data }) => carryOutApprovals(appContext(), data.batchId),
  });
}

/** Next hands over what pages, actions and endpoints threw. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { reportError } = await import("@/lib/platform/report");
  reportError(error, { route: context.routePath, method: request.method });
};
