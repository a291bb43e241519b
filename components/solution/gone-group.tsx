"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { useDerived, useField, useForm } from "@/components/document/form-context";
import { later } from "@/components/document/item-list";
import { reach } from "@/components/document/reach";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { FieldFoot } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { TrashIcon, TriangleAlertIcon } from "@/components/ui/icons";
import { Select } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import {
  SOLUTION_BOUNDS,
  type Solution,
  type SolutionGroup,
  type SolutionObstacle,
} from "@/lib/solution/model";

/**
 * Solutions whose obstacle is no longer a priority. Nothing of them is lost: they are shown, and can
 * be moved to an obstacle that is, or removed.
 */
export function GoneGroup({
  path,
  obstacles,
}: {
  path: string;
  obstacles: readonly SolutionObstacle[];
}) {
  const t = useTranslations("solutionForm");
  const common = useTranslations("common");
  const { store, names } = useForm();
  const { error } = useField(`${path}.obstacleId`);
  const alternatives = useDerived(alternativesOf, path);
  const name = t("gone.name");
  useEffect(() => names.add(path, name), [names, path, name]);
  const index = Number(path.split(".").at(-1));
  const removeAll = () => {
    const group = store.remove("groups", index);
    toast(t("gone.removed"), {
      action: { label: common("undo"), run: () => store.insert("groups", group, index) },
    });
    later(() => reach("groups.0"));
  };
  return (
    <Card
      as="section"
      marked
      data-tone="late"
      id={path}
      tabIndex={-1}
      aria-labelledby={`${path}-title`}
      className="outline-none"
    >
      <div className="grid gap-3 px-4 py-4 sm:px-5">
        <h2 id={`${path}-title`} className="flex items-start gap-2 font-bold text-late">
          <TriangleAlertIcon size={18} className="mt-1 flex-none" />
          {t("gone.title")}
        </h2>
        <p className="max-w-[68ch] text-md text-ink-2">{t("gone.body")}</p>
        <FieldFoot id={`${path}.obstacleId`} error={error} />
        <ol className="grid gap-3">
          {alternatives.map((solution, position) => (
            <Alternative
              key={solution.id}
              path={path}
              position={position}
              solution={solution}
              obstacles={obstacles}
            />
          ))}
        </ol>
        <Button
          variant="danger"
          icon={<TrashIcon size={16} />}
          onClick={removeAll}
          className="justify-self-start max-sm:w-full"
        >
          {t("gone.removeAll")}
        </Button>
      </div>
    </Card>
  );
}

function Alternative({
  path,
  position,
  solution,
  obstacles,
}: {
  path: string;
  position: number;
  solution: Solution;
  obstacles: readonly SolutionObstacle[];
}) {
  const t = useTranslations("solutionForm");
  const terms = useTranslations("terms");
  const list = useTranslations("form.list");
  const common = useTranslations("common");
  const { store } = useForm();
  const id = useId();
  const [target, setTarget] = useState("");
  const room = useDerived(roomOf, "groups");
  const groups = () => store.get("groups") as SolutionGroup[];
  const name = solution.title.trim() || t("alternative.item", { position: position + 1 });

  const remove = () => {
    const before = groups();
    const own = Number(path.split(".").at(-1));
    if (before[own]?.alternatives.length === 1) {
      const group = store.remove("groups", own);
      undoable(() => store.insert("groups", group, own));
      later(() => reach("groups.0"));
    } else {
      const item = store.remove(`${path}.alternatives`, position);
      undoable(() => store.insert(`${path}.alternatives`, item, position));
      later(() => reach(path));
    }
  };
  const undoable = (run: () => void) =>
    toast(list("removed", { name }), { action: { label: common("undo"), run } });
  const move = () => {
    const obstacle = obstacles.find((known) => known.id === target);
    if (!obstacle) return;
    const next = moved(groups(), path, position, target);
    store.set("groups", next);
    toast(t("gone.moved", { name, title: obstacle.title }), { tone: "good" });
    const group = next.findIndex(({ obstacleId }) => obstacleId === target);
    const place = (next[group]?.alternatives.length ?? 1) - 1;
    later(() => reach(`groups.${group}.alternatives.${place}.causeRef`));
  };

  return (
    <li className="grid gap-2.5 rounded-md border border-line px-4 py-3">
      <div className="flex items-start justify-between gap-2">
        <p className="min-w-0 font-semibold wrap-anywhere">{name}</p>
        <span className="-mt-1.5 -mr-2">
          <IconButton label={t("gone.remove", { name })} icon={<TrashIcon />} onClick={remove} />
        </span>
      </div>
      {solution.transferType && (
        <p>
          <Badge tone="neutral">{terms(`transferType.${solution.transferType}`)}</Badge>
        </p>
      )}
      {solution.description !== "" && (
        <p className="max-w-[68ch] text-md whitespace-pre-line wrap-anywhere">
          {solution.description}
        </p>
      )}
      <div className="grid gap-1.5">
        <label htmlFor={id} className="text-sm font-semibold">
          {t("gone.to", { name: t("alternative.item", { position: position + 1 }) })}
        </label>
        <div className="flex flex-wrap gap-2">
          <Select
            id={id}
            value={target}
            onChange={(event) => setTarget(event.target.value)}
            className="min-w-0 flex-1 basis-56"
          >
            <option value="">{t("gone.choose")}</option>
            {obstacles.map((obstacle) => {
              const full = (room[obstacle.id] ?? 0) >= SOLUTION_BOUNDS.alternatives.max;
              return (
                <option key={obstacle.id} value={obstacle.id} disabled={full}>
                  {full ? t("gone.full", { title: obstacle.title }) : obstacle.title}
                </option>
              );
            })}
          </Select>
          <Button variant="secondary" disabled={target === ""} onClick={move}>
            {t("gone.move")}
          </Button>
        </div>
      </div>
    </li>
  );
}

/**
 * The groups with one alternative taken over by another obstacle: not chosen there, and without its
 * cause, which was one of the obstacle it came from. A group that is left empty goes.
 */
function moved(
  groups: readonly SolutionGroup[],
  path: string,
  position: number,
  target: string,
): SolutionGroup[] {
  const from = Number(path.split(".").at(-1));
  const solution = groups[from]?.alternatives[position];
  if (!solution) return [...groups];
  const free: Solution = { ...solution, causeRef: null, isSelected: false };
  const known = groups.some(({ obstacleId }) => obstacleId === target);
  const all = known ? groups : [{ obstacleId: target, alternatives: [] }, ...groups];
  return all
    .map((group) => {
      if (group.obstacleId === target) {
        return { ...group, alternatives: [...group.alternatives, free] };
      }
      if (group !== groups[from]) return group;
      return { ...group, alternatives: group.alternatives.filter((entry) => entry !== solution) };
    })
    .filter((group) => group.obstacleId !== groups[from]?.obstacleId || group.alternatives.length);
}

function alternativesOf(group: SolutionGroup | undefined): Solution[] {
  return group?.alternatives ?? [];
}

/** How many alternatives each obstacle already has. */
function roomOf(groups: readonly SolutionGroup[] | undefined): Record<string, number> {
  return Object.fromEntries(
    (groups ?? []).map(({ obstacleId, alternatives }) => [obstacleId, alternatives.length]),
  );
}
