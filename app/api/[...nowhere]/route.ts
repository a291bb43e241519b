import { refusalResponse, refuseApi } from "@/lib/api/answer";

/** An address under /api that there is not: a machine is told so in its own language. */
const nowhere = () => refusalResponse(refuseApi("not_found"));

export { nowhere as GET, nowhere as POST, nowhere as PUT, nowhere as PATCH, nowhere as DELETE };
