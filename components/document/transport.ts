import { unstable_isUnrecognizedActionError } from "next/navigation";
import { saveDraftAction, submitStageAction } from "@/lib/assignment/actions";
import { OutdatedPage, type Transport } from "./autosave";

/** The way to the server from a page: its actions. */
export const actionTransport: Transport = {
  save: (command) => outdatedAware(saveDraftAction(command)),
  submit: (command) => outdatedAware(submitStageAction(command)),
};

/** Each build names its actions anew; a page from before calls them by names that are gone. */
async function outdatedAware<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (unstable_isUnrecognizedActionError(error)) throw new OutdatedPage();
    throw error;
  }
}
