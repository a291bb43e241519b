import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FirstTour } from "@/components/help/first-tour";
import { SignOutForm } from "@/components/person/sign-out-form";
import { AppShell } from "@/components/shell/app-shell";
import {
  BriefcaseIcon,
  BuildingIcon,
  ClipboardCheckIcon,
  LayoutDashboardIcon,
  LightbulbIcon,
  ListChecksIcon,
  RouteIcon,
} from "@/components/ui/icons";
import { Messages } from "@/lib/i18n/messages-scope";
import { loadWorkspace } from "@/lib/session/loaders";
import type { WorkspaceRoom } from "@/lib/session/workspace";

const ICONS: Record<WorkspaceRoom, ReactNode> = {
  tasks: <ListChecksIcon />,
  visit: <RouteIcon />,
  reviews: <ClipboardCheckIcon />,
  cohorts: <LayoutDashboardIcon />,
  innovations: <LightbulbIcon />,
  office: <BriefcaseIcon />,
  admin: <BuildingIcon />,
};

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const [workspace, t] = await Promise.all([loadWorkspace(), getTranslations("auth")]);
  const items = workspace.rooms.map((room) => ({
    href: `/${room}`,
    label: t(`rooms.${room}`),
    icon: ICONS[room],
    badge: room === "reviews" ? workspace.waiting : undefined,
  }));
  return (
    <Messages namespaces={workspace.tour ? ["search", "help"] : ["search"]}>
      <AppShell
        person={{ name: workspace.name, roleLabel: t(`roles.${workspace.role}`) }}
        items={items}
        signOut={<SignOutForm />}
      >
        {children}
        {workspace.tour && <FirstTour role={workspace.tour} />}
      </AppShell>
    </Messages>
  );
}
