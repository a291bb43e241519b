"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useToldCommand } from "@/components/document/use-told-command";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { SoftLink } from "@/components/ui/soft-link";
import { TextField } from "@/components/ui/text-field";
import { toast } from "@/components/ui/toast";
import { changeViewAction, removeViewAction, saveViewAction } from "@/lib/saved-view/actions";
import {
  filtersOf,
  type SavedViewRow,
  VIEW_BOUNDS,
  VIEW_PAGES,
  type ViewPage,
  viewHref,
} from "@/lib/saved-view/model";

type Kept = Pick<SavedViewRow, "page" | "query">;

function useAnswerWords() {
  const t = useTranslations("savedViews");
  return { noAnswer: t("noAnswer"), outdated: t("outdated") };
}

/** Keeps the filters that somebody came with, and opens, renames, shares and removes what was kept. */
export function ViewsDesk({
  cohortId,
  views,
  offered,
  canShare,
}: {
  cohortId: string;
  views: SavedViewRow[];
  offered: Kept | null;
  canShare: boolean;
}) {
  const t = useTranslations("savedViews");
  return (
    <div className="grid gap-5">
      {offered && <KeepView cohortId={cohortId} offered={offered} canShare={canShare} />}
      {views.length === 0 ? (
        <Card>
          <CardBody>
            <p className="text-ink-3">{t("none")}</p>
          </CardBody>
        </Card>
      ) : (
        VIEW_PAGES.map((page) => (
          <PageViews
            key={page}
            cohortId={cohortId}
            page={page}
            views={views.filter((view) => view.page === page)}
            canShare={canShare}
          />
        ))
      )}
    </div>
  );
}

function KeepView({
  cohortId,
  offered,
  canShare,
}: {
  cohortId: string;
  offered: Kept;
  canShare: boolean;
}) {
  const t = useTranslations("savedViews");
  const { run, pending, problem } = useToldCommand(saveViewAction, useAnswerWords());
  const [name, setName] = useState("");
  const [shared, setShared] = useState(false);
  return (
    <Card as="section" aria-labelledby="keep-view">
      <CardHeader id="keep-view" title={t("keepTitle")} />
      <form
        className="grid gap-3 px-4 py-3 sm:px-4.5"
        onSubmit={async (event) => {
          event.preventDefault();
          const filters = offered.query;
          if (!(await run({ cohortId, page: offered.page, name, filters, shared }))) return;
          toast(t("kept"), { tone: "good" });
          setName("");
        }}
      >
        {problem && (
          <Callout tone="late" live>
            {problem}
          </Callout>
        )}
        <Filters view={offered} />
        <TextField
          id="view-name"
          name="name"
          label={t("name")}
          value={name}
          lengths={VIEW_BOUNDS.name}
          onChange={(event) => setName(event.target.value)}
        />
        {canShare && (
          <Checkbox
            id="view-shared"
            label={t("shareThis")}
            checked={shared}
            onChange={(event) => setShared(event.target.checked)}
          />
        )}
        <div>
          <Button type="submit" pending={pending}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** Of which page a view is, and by what it narrows it. */
function Filters({ view }: { view: Kept }) {
  const t = useTranslations("savedViews");
  const names = filtersOf(view).map((name) => {
    const key = `filters.${name}` as "filters.q";
    return t.has(key) ? t(key) : name;
  });
  return (
    <p className="text-sm text-ink-3">
      {t(`pages.${view.page}`)} · {names.join(", ")}
    </p>
  );
}

function PageViews({
  cohortId,
  page,
  views,
  canShare,
}: {
  cohortId: string;
  page: ViewPage;
  views: SavedViewRow[];
  canShare: boolean;
}) {
  const t = useTranslations("savedViews");
  if (views.length === 0) return null;
  return (
    <Card as="section" aria-labelledby={`views-${page}`}>
      <CardHeader id={`views-${page}`} title={t(`pages.${page}`)} />
      <ul className="divide-y divide-line">
        {views.map((view) => (
          <ViewItem key={view.id} cohortId={cohortId} view={view} canShare={canShare} />
        ))}
      </ul>
    </Card>
  );
}

function ViewItem({
  cohortId,
  view,
  canShare,
}: {
  cohortId: string;
  view: SavedViewRow;
  canShare: boolean;
}) {
  const t = useTranslations("savedViews");
  const { id: viewId, name, page, query, shared, version: basedOn, ownerName, can } = view;
  const [renaming, setRenaming] = useState(false);
  const change = useToldCommand(changeViewAction, useAnswerWords());
  const remove = useToldCommand(removeViewAction, useAnswerWords());
  const again = useToldCommand(saveViewAction, useAnswerWords());
  const problem = change.problem ?? remove.problem;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-4.5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <SoftLink href={viewHref(cohortId, view)} className="link font-semibold wrap-anywhere">
            {name}
          </SoftLink>
          {shared && <Badge tone="neutral">{t("shared")}</Badge>}
          {ownerName && <span className="text-sm text-ink-3">{t("by", { name: ownerName })}</span>}
        </p>
        <Filters view={view} />
        {problem && (
          <p role="alert" className="text-sm text-late">
            {problem}
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {can.change && (
          <Button
            size="sm"
            variant="secondary"
            aria-label={t("renameOf", { name })}
            onClick={() => setRenaming(true)}
          >
            {t("rename")}
          </Button>
        )}
        {can.change && canShare && (
          <Button
            size="sm"
            variant="secondary"
            pending={change.pending}
            aria-label={t(shared ? "unshareOf" : "shareOf", { name })}
            onClick={() => change.run({ cohortId, viewId, basedOn, name, shared: !shared })}
          >
            {t(shared ? "unshare" : "share")}
          </Button>
        )}
        {can.remove && (
          <Button
            size="sm"
            variant="danger"
            pending={remove.pending}
            aria-label={t("removeOf", { name })}
            onClick={async () => {
              if (!(await remove.run({ cohortId, viewId }))) return;
              // Whose view it was, another cannot give back.
              const undo = {
                label: t("undo"),
                run: async () => {
                  const back = await again.run({ cohortId, page, name, filters: query, shared });
                  if (!back) toast(t("undoFailed"), { tone: "late" });
                },
              };
              toast(t("removed", { name }), ownerName ? {} : { action: undo });
            }}
          >
            {t("remove")}
          </Button>
        )}
      </div>
      {renaming && (
        <RenameDialog cohortId={cohortId} view={view} onClose={() => setRenaming(false)} />
      )}
    </li>
  );
}

function RenameDialog({
  cohortId,
  view,
  onClose,
}: {
  cohortId: string;
  view: SavedViewRow;
  onClose: () => void;
}) {
  const t = useTranslations("savedViews");
  const { run, pending, problem } = useToldCommand(changeViewAction, useAnswerWords());
  const [name, setName] = useState(view.name);
  const rename = async () => {
    const { id: viewId, version: basedOn, shared } = view;
    if (await run({ cohortId, viewId, basedOn, name, shared })) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("renameOf", { name: view.name })}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button pending={pending} onClick={rename}>
            {t("save")}
          </Button>
        </>
      }
    >
      <TextField
        id={`rename-${view.id}`}
        name="name"
        label={t("name")}
        value={name}
        error={problem ?? undefined}
        lengths={VIEW_BOUNDS.name}
        onChange={(event) => setName(event.target.value)}
      />
    </Dialog>
  );
}
