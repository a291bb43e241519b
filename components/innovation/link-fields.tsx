"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldGroup } from "@/components/ui/choice-group";
import { IconButton } from "@/components/ui/icon-button";
import { PlusIcon, TrashIcon } from "@/components/ui/icons";
import { TextField } from "@/components/ui/text-field";
import { INNOVATION_BOUNDS, type InnovationLink } from "@/lib/innovation/model";

/** Where to read more: any number of links up to the bound, each with a title. */
export function LinkFields({
  id,
  links,
  problems,
}: {
  /** Of the group; the fields are `<id>.0.title` and so on. */
  id: string;
  links: readonly InnovationLink[];
  /** By path: `links.0.url`. */
  problems: Record<string, string>;
}) {
  const t = useTranslations("catalogue.form");
  const [rows, setRows] = useState(() => links.map((link, key) => ({ key, ...link })));
  const next = useRef(links.length);
  const [added, setAdded] = useState<number | null>(null);
  useEffect(() => {
    if (added === null) return;
    const at = rows.findIndex(({ key }) => key === added);
    document.getElementById(`${id}.${at}.title`)?.focus();
    setAdded(null);
  }, [added, rows, id]);
  return (
    <FieldGroup id={id} label={t("links")} hint={t("linksHint")} error={problems.links} optional>
      <div className="grid gap-3">
        {rows.map(({ key, title, url }, index) => (
          <div
            key={key}
            className="grid items-start gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)_auto]"
          >
            <TextField
              id={`${id}.${index}.title`}
              name={`links.${index}.title`}
              label={t("linkTitle", { position: index + 1 })}
              defaultValue={title}
              maxLength={INNOVATION_BOUNDS.linkTitle.max}
              error={problems[`links.${index}.title`]}
            />
            <TextField
              id={`${id}.${index}.url`}
              name={`links.${index}.url`}
              label={t("linkUrl", { position: index + 1 })}
              type="url"
              inputMode="url"
              defaultValue={url}
              maxLength={INNOVATION_BOUNDS.linkUrl.max}
              error={problems[`links.${index}.url`]}
            />
            <div className="sm:pt-7">
              <IconButton
                label={t("removeLink", { position: index + 1 })}
                icon={<TrashIcon />}
                onClick={() => setRows(rows.filter((row) => row.key !== key))}
              />
            </div>
          </div>
        ))}
        {rows.length < INNOVATION_BOUNDS.links.max && (
          <div>
            <Button
              size="sm"
              variant="secondary"
              icon={<PlusIcon />}
              onClick={() => {
                const key = next.current++;
                setRows([...rows, { key, title: "", url: "" }]);
                setAdded(key);
              }}
            >
              {t("addLink")}
            </Button>
          </div>
        )}
      </div>
    </FieldGroup>
  );
}
