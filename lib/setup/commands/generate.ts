import { generateClient } from "../generate";
import { note } from "../report";
import { runCommand } from "../shutdown";

await runCommand(async ({ signal }) => {
  await generateClient(signal);
  note("The database client is up to date.");
  return 0;
});
