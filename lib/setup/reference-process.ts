import { connect } from "@/lib/platform/db";
import { seedRubricLibrary } from "@/prisma/reference/rubric-library";
import { writeReference } from "@/prisma/reference/write";
import { withClient } from "./roles";

// A process of its own, because the application's modules read the environment once.
const url = process.env.DATABASE_URL ?? "";
await withClient(url, (client) => writeReference(client, new Date()));
const db = connect(url);
await seedRubricLibrary(db);
await db.$disconnect();
process.exit(0);
