import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { StageKind } from "@/lib/assignment/model";
import { fieldKey } from "@/lib/document/label";
import type { LocalizedText, RubricDefinition } from "@/lib/rubric/model";

/** Something that was said about a field of a revision. */
export type Remark = {
  id: string;
  /** Why it was returned, or a remark in passing. */
  kind: "reason" | "comment";
  author: string;
  /** "kemarin", and on which revision where that is not the one on the screen. */
  when: string;
  text: string;
  /** What has become of the field since. */
  status?: { tone: "good" | "late" | "neutral"; text: string } | undefined;
  /** The author of the work says that it is answered, or does not; where it was asked for. */
  answered?: { said: boolean; text: string } | undefined;
  /** What in particular has become of the field since. */
  changes?: { id: string; text: string; before: string | null }[] | undefined;
};

/** Remarks by index path. */
export type Annotations = Readonly<Record<string, readonly Remark[]>>;

/**
 * What stands at the end of a field, such as the button to remark on it. It finds the field's frame
 * as its positioned ancestor, with room in the upper right corner.
 */
export type FieldAnchor = (field: { path: string; label: string }) => ReactNode;

/** What a view may be given beside the document. */
export type ViewExtras = {
  annotations?: Annotations;
  fieldAnchor?: FieldAnchor;
};

/** How the parts of a view mark their fields. Server components have no context to keep it in. */
export type Mark = ViewExtras & {
  /** The name of a field in full: "Kendala 2 › Uraian". */
  label: (path: string) => string;
};

/** A hook, for server and client components alike. */
export function useMark(kind: StageKind, extras: ViewExtras, rubric?: RubricDefinition): Mark {
  return { ...extras, label: useFieldLabel(kind, rubric) };
}

/**
 * Names fields of a stage's document by their index path: each list says which of its items, the
 * end says which field. Rows of a rubric are called what their criterion is called.
 */
export function useFieldLabel(
  kind: StageKind,
  rubric?: RubricDefinition,
): (path: string) => string {
  const t = useTranslations("terms");
  const locale = useLocale();
  // Keys are put together from paths; what has no words of its own is left out.
  const words = t as unknown as { (key: string): string; has: (key: string) => boolean };
  return (path) => {
    const names: string[] = [];
    let walked = "";
    for (const segment of path.split(".")) {
      walked = walked === "" ? segment : `${walked}.${segment}`;
      if (/^\d+$/.test(segment)) {
        const list = names.pop() ?? "";
        const criterion = RUBRIC_ROW.test(walked) ? rubric?.criteria[Number(segment)] : undefined;
        names.push(criterion ? criterion.label[locale] : `${list} ${Number(segment) + 1}`);
      } else {
        const key = `${fieldKey(kind, walked)}.label`;
        if (words.has(key)) names.push(words(key));
      }
    }
    return names.join(" › ");
  };
}

/** Scores stand in the order of the rubric's criteria. */
const RUBRIC_ROW = /^(scores|transferReadiness)\.\d+$/;

/** Words that stand in the data in both languages. */
export function useLocalized(): (text: LocalizedText) => string {
  const locale = useLocale();
  return (text) => text[locale];
}
