import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { OfferedPlaces } from "@/components/enrolment/offered-places";
import { DeviceOwner } from "@/components/field/device-owner";
import { FieldAgent } from "@/components/field/field-agent";
import { FirstTour } from "@/components/help/first-tour";
import { SignOutForm } from "@/components/person/sign-out-form";
import { AppShell } from "@/components/shell/app-shell";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import {
  BriefcaseIcon,
  BuildingIcon,
  ClipboardCheckIcon,
  LayoutDashboardIcon,
  LightbulbIcon,
  ListChecksIcon,
  RouteIcon,
} from "@/components/ui/icons";
import type { Namespace } from "@/lib/i18n/messages";
import { Messages } from "@/lib/i18n/messages-scope";
import { buildName } from "@/lib/platform/env";
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
  const inField = workspace.rooms.includes("tasks");
  const namespaces: Namespace[] = workspace.tour ? ["help"] : [];
  return (
    <Messages namespaces={namespaces}>
      <AppShell
        person={{ name: workspace.name, roleLabel: t(`roles.${workspace.role}`) }}
        items={items}
        unread={workspace.unread}
        looks={
          <>
            <LanguageSwitch />
            <ThemeSwitch />
          </>
        }
        signOut={<SignOutForm />}
      >
        {inField && <FieldAgent personId={workspace.personId} build={buildName()} />}
        {workspace.places.length > 0 && (
          <Messages namespaces={["offers", "refusals"]}>
            <OfferedPlaces places={workspace.places} />
          </Messages>
        )}
        {children}
        <DeviceOwner personId={workspace.personId} />
        {workspace.tour && <FirstTour role={workspace.tour} />}
      </AppShell>
    </Messages>
  );
}
