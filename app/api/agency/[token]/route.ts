import { exportAgencyView } from "@/lib/agency-link/mutations";
import { agencyTables } from "@/lib/api/agency-view";
import { refusalResponse, refuseFailure } from "@/lib/api/answer";
import { fileResponse } from "@/lib/api/file";
import { appContext } from "@/lib/platform/context";
import { currentRequest } from "@/lib/platform/request";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

/** What an agency's link shows as a workbook: the address itself is the key, until it ends. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ token: string }> },
): Promise<Response> {
  try {
    const address = currentRequest()?.address ?? "unknown";
    const result = await exportAgencyView(appContext(), (await params).token, address);
    if (!result.ok) return refusalResponse(result);
    const { title, tables } = await agencyTables(result.value);
    return fileResponse({
      bytes: writeXlsx(tables),
      name: `${title} ${result.value.cohort}.xlsx`,
      kind: "xlsx",
    });
  } catch (error) {
    return refusalResponse(refuseFailure(error));
  }
}
