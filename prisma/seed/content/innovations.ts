import type { InnovationCode } from "@/prisma/reference/catalogue";
import { KLA } from "./kla";
import type { InnovationContent } from "./model";
import { SAMIRINDU } from "./samirindu";
import { SILONCER } from "./siloncer";
import { SIPD } from "./sipd";
import { SLRT } from "./slrt";

export const INNOVATION_CONTENT: Record<InnovationCode, InnovationContent> = {
  SIPD,
  SLRT,
  KLA,
  SAMIRINDU,
  SILONCER,
};
