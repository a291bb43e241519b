import type { Instrumentation } from "next";

/** Next calls this once, before the server answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startObserving } = await import("@/lib/platform/observe");
  startObserving();
  const [
    { startJobs },
    { deliverLetter },
    { drawLeftBehind, forgetFiles },
    { sendReminders },
    { carryOutApprovals },
    { appContext },
    { storage },
    { startChanges },
    { isTopic },
    { env },
  ] = await Promise.all([
    import("@/lib/platform/jobs"),
    import("@/lib/mail/mutations"),
    import("@/lib/file/mutations"),
    import("@/lib/reminder/mutations"),
    import("@/lib/approval/mutations"),
    import("@/lib/platform/context"),
    import("@/lib/platform/storage"),
    import("@/lib/platform/changes"),
    import("@/lib/live/model"),
    import("@/lib/platform/env"),
  ]);
  startChanges(env().DIRECT_DATABASE_URL ?? env().DATABASE_URL, isTopic);
  startJobs({
    mail: ({ data, isLast }) => deliverLetter(appContext(), { ...data, isLast }),
    files: async () => void (await forgetFiles({ ...appContext(), storage: storage() })),
    pictures: () => drawLeftBehind({ ...appContext(), storage: storage() }),
    reminders: () => sendReminders(appContext()),
    approvals: ({ data }) => carryOutApprovals(appContext(), data.batchId),
  });
}

/** Next hands over what pages, actions and endpoints threw. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { reportError } = await import("@/lib/platform/report");
  reportError(error, { route: context.routePath, method: request.method });
};
