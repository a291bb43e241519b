import { productionSettings } from "@/lib/platform/env";
import { loadDotEnv } from "../environment";
import { generateClient } from "../generate";
import { useInstallation } from "../installation";
import { step } from "../report";
import { runCommand } from "../shutdown";

// Rows that dashboards count are made from revisions. After a change of how, they are made anew.
await runCommand(async ({ signal }) => {
  loadDotEnv();
  const { MIGRATION_DATABASE_URL } = await useInstallation(productionSettings);
  await generateClient(signal);

  const { connect } = await import("@/lib/platform/db");
  const { rebuildProjections } = await import("../projections");
  const owner = connect(MIGRATION_DATABASE_URL);
  try {
    await step("Projecting every revision anew", async (progress, done) => {
      const count = await rebuildProjections(owner, (part, total) =>
        progress(`${part} of ${total}`),
      );
      done(`${count} revisions`);
    });
  } finally {
    await owner.$disconnect();
  }
  return 0;
});
