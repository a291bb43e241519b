"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useDerived, useField, useForm } from "@/components/document/form-context";
import { HowTo } from "@/components/document/how-to";
import { ListCount, later } from "@/components/document/item-list";
import { reach } from "@/components/document/reach";
import { TextArea } from "@/components/document/text-fields";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { FieldFoot, Optional } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { ChevronDownIcon, ChevronUpIcon, PlusIcon, TrashIcon } from "@/components/ui/icons";
import { toast } from "@/components/ui/toast";
import { OBSTACLE_BOUNDS, type Obstacle } from "@/lib/obstacle/model";
import { isEligible } from "@/lib/obstacle/scoring";

const { min, max } = OBSTACLE_BOUNDS.causes;

/**
 * The whys as a chain that is written in: the obstacle at its head, each cause hanging on the one
 * before, the last of a chain that is long enough marked as the root.
 */
export function ChainFields({ path: obstacle }: { path: string }) {
  const t = useTranslations("obstaclesForm.causes");
  const list = useTranslations("form.list");
  const common = useTranslations("common");
  const { store } = useForm();
  const path = `${obstacle}.causes`;
  const { label, hint, error } = useField(path);
  const { title, eligible, count } = useDerived(chainOf, obstacle);

  const add = () => {
    store.insert(path, "");
    later(() => reach(`${path}.${count}`));
  };
  const remove = (index: number) => {
    const item = store.remove(path, index);
    later(() => reach(index > 0 ? `${path}.${index - 1}` : `${path}-add`));
    toast(list("removed", { name: t("item", { position: index + 1 }) }), {
      action: { label: common("undo"), run: () => store.insert(path, item, index) },
    });
  };
  const move = (index: number, by: 1 | -1) => {
    store.move(path, index, index + by);
    later(() => reach(`${path}.${index + by}`));
  };

  return (
    <fieldset
      id={path}
      tabIndex={-1}
      aria-describedby={cx(hint && `${path}-hint`, error && `${path}-error`) || undefined}
      className="min-w-0 outline-none"
    >
      <legend className="mb-1.5 w-full">
        <span className="flex items-baseline gap-x-3 text-md font-semibold">
          <span>
            {label}
            {!eligible && <Optional />}
          </span>
          <ListCount count={count} bounds={OBSTACLE_BOUNDS.causes} />
        </span>
      </legend>
      <div className="grid gap-3">
        {hint && (
          <p id={`${path}-hint`} className="-mt-1.5 text-sm text-ink-3">
            {hint}
          </p>
        )}
        <HowTo how={t("how")} example={t("example")} />
        <div>
          <p className="rounded-sm bg-hue-soft px-3 py-2 text-md wrap-anywhere">
            <span className="block text-xs font-semibold text-hue">{t("problem")}</span>
            <b className="font-semibold">{title || "–"}</b>
          </p>
          <ol>
            {Array.from({ length: count }, (_, index) => (
              <Link
                // biome-ignore lint/suspicious/noArrayIndexKey: a link is known by its place in the chain
                key={index}
                path={`${path}.${index}`}
                index={index}
                count={count}
                onMove={(by) => move(index, by)}
                onRemove={() => remove(index)}
              />
            ))}
          </ol>
          {count < max ? (
            <div className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2.5">
              <span
                aria-hidden="true"
                className="chart mx-auto h-full border-l-2 border-dashed border-line-strong"
              />
              <Button
                id={`${path}-add`}
                variant="secondary"
                icon={<PlusIcon size={16} />}
                onClick={add}
                className="mt-3 justify-self-start max-sm:w-full"
              >
                {count === 0 ? t("begin") : t("add")}
              </Button>
            </div>
          ) : (
            <p className="mt-2 text-sm text-ink-3">{list("full", { max })}</p>
          )}
        </div>
        <FieldFoot id={path} error={error} />
      </div>
    </fieldset>
  );
}

/** One why, hanging on the one above it. */
function Link({
  path,
  index,
  count,
  onMove,
  onRemove,
}: {
  path: string;
  index: number;
  count: number;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const t = useTranslations("obstaclesForm.causes");
  const list = useTranslations("form.list");
  const { names } = useForm();
  const name = t("item", { position: index + 1 });
  useEffect(() => names.add(path, name), [names, path, name]);
  const root = count >= min && index === count - 1;
  return (
    <li data-item={path} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2.5">
      <span aria-hidden="true" className="chart flex flex-col items-center">
        <span className="h-4 w-0.5 bg-line-strong" />
        <span
          className={cx(
            "grid size-6 flex-none place-items-center rounded-full text-xs font-bold",
            root ? "bg-hue text-on-accent" : "bg-hue-soft text-hue",
          )}
        >
          {index + 1}
        </span>
        {/* The line ends at the root, unless another why may follow. */}
        <span className={cx("w-0.5 flex-1 bg-line-strong", index === max - 1 && "invisible")} />
      </span>
      <div className="min-w-0 pt-3">
        <div className="flex min-h-9 items-center justify-between gap-2">
          <p className="flex min-w-0 flex-wrap items-center gap-x-2 text-sm text-ink-3">
            {index > 0 && <span>{t("because")}</span>}
            {root && (
              <span className="whitespace-nowrap">
                <Badge>{t("root")}</Badge>
              </span>
            )}
          </p>
          <span className="-mr-2 flex flex-none">
            {count > 1 && (
              <>
                <IconButton
                  label={list("up", { name })}
                  icon={<ChevronUpIcon />}
                  disabled={index === 0}
                  onClick={() => onMove(-1)}
                />
                <IconButton
                  label={list("down", { name })}
                  icon={<ChevronDownIcon />}
                  disabled={index === count - 1}
                  onClick={() => onMove(1)}
                />
              </>
            )}
            <IconButton label={list("remove", { name })} icon={<TrashIcon />} onClick={onRemove} />
          </span>
        </div>
        <TextArea
          path={path}
          label={index === 0 ? t("why") : t("whyThat")}
          hint={null}
          bounds={OBSTACLE_BOUNDS.cause}
          rows={2}
        />
      </div>
    </li>
  );
}

function chainOf(obstacle: Obstacle | undefined) {
  return {
    title: obstacle?.title.trim() ?? "",
    eligible: obstacle !== undefined && isEligible(obstacle.apkl),
    count: obstacle?.causes.length ?? 0,
  };
}
