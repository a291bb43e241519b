import { taggedResponse } from "@/lib/api/answer";
import { openApi } from "@/lib/api/openapi";

/** The description of the API, for whoever asks. */
export function GET(request: Request) {
  return taggedResponse(request, openApi());
}
