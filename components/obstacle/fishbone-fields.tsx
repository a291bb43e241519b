"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useDerived, useField, useForm } from "@/components/document/form-context";
import { HowTo } from "@/components/document/how-to";
import { later } from "@/components/document/item-list";
import { newId } from "@/components/document/new-id";
import { reach } from "@/components/document/reach";
import { TextArea } from "@/components/document/text-fields";
import { Button } from "@/components/ui/button";
import { FieldFoot } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { PlusIcon, TrashIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import {
  FISHBONE_BRANCHES,
  type FishboneBranch,
  type FishboneCause,
  OBSTACLE_BOUNDS,
  type Obstacle,
} from "@/lib/obstacle/model";
import { FishboneDrawing } from "./fishbone-drawing";

type Entry = { id: string; index: number; branch: FishboneBranch | null };

/**
 * Causes by the six branches: the drawing, and below it the causes of the bone that was tapped. They
 * lie in one list; each branch shows its own.
 */
export function FishboneFields({ path: obstacle }: { path: string }) {
  const t = useTranslations("obstaclesForm.fishbone");
  const terms = useTranslations("terms");
  const path = `${obstacle}.fishbone`;
  const wiring = useField(path);
  const causes = useDerived(causesOf, path);
  const head = useDerived(titleOf, obstacle);
  const [chosen, choose] = useState<FishboneBranch | null>(null);
  const entries = entriesOf(causes);
  return (
    <fieldset id={path} tabIndex={-1} className="grid min-w-0 gap-3 outline-none">
      <legend className="sr-only">{wiring.label}</legend>
      {wiring.hint && <p className="text-sm text-ink-3">{wiring.hint}</p>}
      <HowTo how={t("how")} example={t("example")} />
      <FieldFoot id={path} error={wiring.error} />
      <FishboneDrawing
        head={head}
        causes={causes}
        chosen={chosen}
        onChoose={(branch) => {
          choose(branch);
          later(() => {
            const own = entries.find((entry) => entry.branch === branch);
            if (own) reach(`${path}.${own.index}.cause`);
            else document.getElementById(`${path}-add-${branch}`)?.focus();
          });
        }}
      />
      {FISHBONE_BRANCHES.map((branch) => (
        // Folded, not gone: whoever is led to a cause inside opens it, and so turns to its bone.
        <details
          key={branch}
          open={branch === chosen}
          onToggle={({ currentTarget }) => {
            if (currentTarget.open) choose(branch);
          }}
          className="rounded-sm border border-line px-3 py-2.5 not-open:hidden"
        >
          <summary hidden>{terms(`fishboneBranch.${branch}`)}</summary>
          <Branch
            path={path}
            branch={branch}
            name={terms(`fishboneBranch.${branch}`)}
            entries={entries.filter((entry) => entry.branch === branch)}
            total={entries.length}
          />
        </details>
      ))}
    </fieldset>
  );
}

function Branch({
  path,
  branch,
  name,
  entries,
  total,
}: {
  path: string;
  branch: FishboneBranch;
  name: string;
  entries: Entry[];
  total: number;
}) {
  const t = useTranslations("obstaclesForm.fishbone");
  const list = useTranslations("form.list");
  const common = useTranslations("common");
  const { store } = useForm();
  const full =
    entries.length >= OBSTACLE_BOUNDS.fishboneBranch.max || total >= OBSTACLE_BOUNDS.fishbone.max;
  const add = () => {
    store.insert(path, { id: newId(), branch, cause: "" } satisfies FishboneCause);
    later(() => reach(`${path}.${total}.cause`));
  };
  const remove = (index: number) => {
    const item = store.remove(path, index);
    toast(list("removed", { name: t("item", { branch: name }) }), {
      action: { label: common("undo"), run: () => store.insert(path, item, index) },
    });
    later(() => document.getElementById(`${path}-add-${branch}`)?.focus());
  };
  return (
    <div className="grid gap-2">
      <p className="text-md font-semibold">{name}</p>
      {entries.map(({ id, index }, position) => (
        <div key={id} className="flex items-start gap-1 border-l-2 border-line-strong pl-3">
          <div className="min-w-0 flex-1">
            <TextArea
              path={`${path}.${index}.cause`}
              label={t("cause", { branch: name, position: position + 1 })}
              bounds={OBSTACLE_BOUNDS.fishboneCause}
              rows={1}
            />
          </div>
          <IconButton
            label={list("remove", { name: t("cause", { branch: name, position: position + 1 }) })}
            icon={<TrashIcon />}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      {!full && (
        <Button
          id={`${path}-add-${branch}`}
          size="sm"
          variant="secondary"
          icon={<PlusIcon size={15} />}
          onClick={add}
          className="justify-self-start"
          aria-label={t("addTo", { branch: name })}
        >
          {t("add")}
        </Button>
      )}
    </div>
  );
}

function causesOf(causes: readonly FishboneCause[] | undefined): readonly FishboneCause[] {
  return causes ?? [];
}

function titleOf(obstacle: Obstacle | undefined): string {
  return obstacle?.title.trim() ?? "";
}

function entriesOf(causes: readonly FishboneCause[]): Entry[] {
  return causes.map(({ id, branch }, index) => ({ id, index, branch }));
}
