import type { Db } from "@/lib/platform/db";
import { stableId } from "./ids";

/** The training centre of the founding cohort. */
export const CENTER_ID = stableId("center:pusdiklat-kesos");

/** Writes the centre where it is missing; what is there stays as it is. */
export async function seedCenter(db: Db, at: Date): Promise<void> {
  await db.trainingCenter.createMany({
    data: [
      {
        id: CENTER_ID,
        name: "Pusat Pendidikan dan Pelatihan Kesejahteraan Sosial",
        shortName: "Pusdiklat Kesos",
        createdAt: at,
      },
    ],
    skipDuplicates: true,
  });
}
