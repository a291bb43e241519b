import { seed } from "@/prisma/seed/index";
import type { SeedMessage } from "./seed";

// A process of its own, because the application's modules read the environment once.
await seed({
  databaseUrl: process.env.DATABASE_URL ?? "",
  onProgress: (done, total) => {
    const message: SeedMessage = { done, total };
    process.send?.(message);
  },
});
process.exit(0);
