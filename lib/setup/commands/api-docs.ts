import fs from "node:fs/promises";
import { generateClient } from "../generate";
import { inProject } from "../paths";
import { note } from "../report";
import { runCommand } from "../shutdown";

// Writes the description of the API and its readable page from the schemas.
await runCommand(async ({ signal }) => {
  await generateClient(signal);
  const { openApi } = await import("@/lib/api/openapi");
  const { referencePage } = await import("@/lib/api/reference");
  const description = openApi();
  const folder = inProject("docs/api");
  await fs.mkdir(folder, { recursive: true });
  await fs.writeFile(`${folder}/openapi.json`, `${JSON.stringify(description, null, 2)}\n`);
  await fs.writeFile(`${folder}/README.md`, referencePage(description));
  note("docs/api is written.");
  return 0;
});
