import { prepareDemo, showDemo } from "../demo";
import { loadDotEnv } from "../environment";
import { heading, note } from "../report";
import { addressFor, serveDevelopment } from "../serve";
import { runCommand } from "../shutdown";

await runCommand(
  async (shutdown) => {
    loadDotEnv();
    heading("Lokus, for development");
    if (process.env.DATABASE_URL)
      note("DATABASE_URL is ignored: development uses the demo in .data");
    const { database, address, env } = await prepareDemo(shutdown);
    await database.announce(addressFor(address));
    showDemo(address);
    const server = serveDevelopment(address, env);
    shutdown.add("stopping the development server", server.stop);
    shutdown.signal.addEventListener("abort", () => void server.stop());
    const { code } = await server.ended;
    return shutdown.interrupted ? 0 : code;
  },
  { onInterrupt: () => heading("Stopping") },
);
