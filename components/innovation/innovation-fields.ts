import { useTranslations } from "next-intl";
import type { EntryField } from "@/components/catalogue/entry-field";
import {
  AFFAIRS,
  INNOVATION_FORMS,
  INNOVATION_INITIATORS,
  INNOVATION_STAGES,
  INNOVATION_TYPES,
} from "@/lib/document/taxonomy";
import { CONFIDENCES, INNOVATION_BOUNDS, INNOVATION_FACETS } from "@/lib/innovation/model";

/** One card of the form. */
export interface FieldSection {
  id: "identity" | "profile" | "change" | "origin";
  title: string;
  fields: EntryField[];
}

/** The form of an innovation, section by section; where it stands and its links aside. */
export function useInnovationSections(): FieldSection[] {
  const t = useTranslations("catalogue");
  const terms = useTranslations("terms");
  const words = useTranslations("innovations");
  const bounds = INNOVATION_BOUNDS;
  const long = (name: "design" | "coreChange" | "purpose" | "benefit" | "result"): EntryField => ({
    name,
    label: t(`form.${name}`),
    kind: "textarea",
    optional: true,
    max: bounds[name].max,
    rows: 4,
  });
  return [
    {
      id: "identity",
      title: t("form.identity"),
      fields: [
        { name: "code", label: t("form.code"), hint: t("form.codeHint"), max: bounds.code.max },
        { name: "name", label: t("form.name"), max: bounds.name.max },
        {
          name: "summary",
          label: t("form.summary"),
          hint: t("form.summaryHint"),
          kind: "textarea",
          max: bounds.summary.max,
          rows: 4,
        },
      ],
    },
    {
      id: "profile",
      title: t("form.profile"),
      fields: [
        {
          name: "form",
          label: t("form.form"),
          kind: "select",
          options: INNOVATION_FORMS.map((value) => ({
            value,
            label: terms(`innovationForm.${value}`),
          })),
        },
        {
          name: "type",
          label: t("form.type"),
          kind: "select",
          options: INNOVATION_TYPES.map((value) => ({
            value,
            label: terms(`innovationType.${value}`),
          })),
        },
        {
          name: "stage",
          label: t("form.stage"),
          kind: "select",
          options: INNOVATION_STAGES.map((value) => ({
            value,
            label: terms(`innovationStage.${value}`),
          })),
        },
        {
          name: "startedOn",
          label: t("form.startedOn"),
          hint: t("form.startedOnHint"),
          optional: true,
          max: bounds.startedOn.max,
        },
        {
          name: "initiator",
          label: t("form.initiator"),
          kind: "select",
          optional: true,
          options: INNOVATION_INITIATORS.map((value) => ({
            value,
            label: terms(`innovationInitiator.${value}`),
          })),
        },
        {
          name: "affair",
          label: t("form.affair"),
          kind: "select",
          optional: true,
          options: AFFAIRS.map((value) => ({ value, label: terms(`affair.${value}`) })),
        },
        {
          name: "affairNote",
          label: t("form.affairNote"),
          hint: t("form.affairNoteHint"),
          optional: true,
          max: bounds.affairNote.max,
        },
        {
          name: "facet",
          label: t("form.facet"),
          kind: "select",
          optional: true,
          options: INNOVATION_FACETS.map((value) => ({ value, label: t(`facet.${value}`) })),
        },
      ],
    },
    {
      id: "change",
      title: t("form.change"),
      fields: [
        long("design"),
        long("coreChange"),
        long("purpose"),
        long("benefit"),
        long("result"),
      ],
    },
    {
      id: "origin",
      title: t("form.origin"),
      fields: [
        { name: "source", label: t("source"), hint: t("sourceHint"), max: bounds.source.max },
        {
          name: "confidence",
          label: t("confidence"),
          kind: "select",
          options: CONFIDENCES.map((value) => ({
            value,
            label: `${words(`confidence.${value}`)}: ${words(`confidenceMeaning.${value}`)}`,
          })),
        },
      ],
    },
  ];
}
