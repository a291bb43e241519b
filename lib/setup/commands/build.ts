import { buildApplication } from "../build";
import { isolatedEnvironment } from "../environment";
import { generateClient } from "../generate";
import { heading, note } from "../report";
import { runCommand } from "../shutdown";

// Before a restart, so that the next start only has to serve.
await runCommand(async ({ signal }) => {
  heading("Building Lokus");
  await generateClient(signal);
  await buildApplication(".next", await isolatedEnvironment(), signal);
  note("The build is up to date.");
  return 0;
});
