import {
  ClipboardCheckIcon,
  ConstructionIcon,
  type IconProps,
  LightbulbIcon,
  RouteIcon,
} from "@/components/ui/icons";
import { type Markup, markup } from "@/components/ui/markup";
import type { StageKind } from "@/lib/assignment/model";

const icons = {
  EVALUATE: ClipboardCheckIcon,
  OBSTACLES: ConstructionIcon,
  SOLUTION: LightbulbIcon,
  PLAN: RouteIcon,
} as const satisfies Record<StageKind, unknown>;

/** The one icon of a stage, in its hue. */
export function StageIcon({ kind, ...rest }: IconProps & { kind: StageKind }) {
  const Icon = icons[kind];
  return <Icon data-stage={kind} {...rest} />;
}

/** The same within rows that are written as text. */
export function stageIcon(kind: StageKind, size: number, className: string): Markup {
  return markup`<span data-stage="${kind}" class="contents">${icons[kind].markup(size, className)}</span>`;
}
