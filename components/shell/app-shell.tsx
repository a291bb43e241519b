import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SearchButton } from "@/components/search/search-button";
import { AheadLink } from "@/components/ui/ahead-link";
import {
  BellIcon,
  ChevronUpIcon,
  EllipsisIcon,
  SearchIcon,
  UserRoundIcon,
} from "@/components/ui/icons";
import { Kbd } from "@/components/ui/kbd";
import { AccountMenu } from "./account-menu";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";
import { SoftNavigation } from "./soft-navigation";

export type NavItem = {
  href: string;
  label: string;
  /** An icon of `components/ui/icons`, without a size. */
  icon: ReactNode;
  /** How many things wait there; nothing is shown for 0. */
  badge?: number;
};

export type AppShellProps = {
  person: {
    name: string;
    /** What the person is here: "Peserta · Angkatan 7". */
    roleLabel: string;
  };
  items: NavItem[];
  /** How much of what the person was told is unread; left out where there is no list of it. */
  unread?: number;
  /** What changes how Lokus looks. */
  looks?: ReactNode;
  /** The form that signs out. */
  signOut?: ReactNode;
  children: ReactNode;
};

/** As many places as fit at the bottom of a phone; the rest go behind "Lainnya". */
const places = 4;

/**
 * What stands around every page of the workspace: on the desktop a sidebar, on the phone a slim
 * bar above and the places to go below, under the thumb. Menus are native popovers: they open
 * before, and without, any script.
 */
export function AppShell({ person, items, unread, looks, signOut, children }: AppShellProps) {
  const t = useTranslations("shell");
  const fits = items.length <= places + 1;
  const bar = fits ? items : items.slice(0, places);
  const rest = fits ? [] : items.slice(places);
  const reach = [
    ...items.map(({ href, label }) => ({ href, label })),
    ...(unread === undefined ? [] : [{ href: "/notifications", label: t("notifications") }]),
    { href: "/account", label: t("account.settings") },
    { href: "/help", label: t("help") },
  ];
  return (
    <div className="lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)] max-lg:[--bottom-bar:calc(3.5rem+env(safe-area-inset-bottom))] print:block">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-sm bg-accent px-4 py-3 font-semibold text-on-accent focus:translate-y-0"
        data-noprint=""
      >
        {t("skip")}
      </a>

      <header
        data-noprint=""
        className="sticky top-0 hidden h-dvh flex-col border-r border-line bg-sunken px-3.5 py-5 lg:flex"
      >
        <AheadLink
          href="/"
          aria-label={t("home")}
          className="flex items-center gap-2.5 px-2.5 pb-4.5 text-lg font-extrabold tracking-tight"
        >
          <Mark />
          Lokus
        </AheadLink>
        <SearchButton
          keys
          places={reach}
          label={t("search")}
          className="mb-3 flex min-h-10 items-center gap-2.5 rounded-sm border border-line-strong bg-surface px-2.5 text-md text-ink-3 hover:text-ink"
        >
          <SearchIcon size={16} className="flex-none" />
          <span className="flex-1">{t("search")}</span>
          <Kbd>Ctrl K</Kbd>
        </SearchButton>
        <nav aria-label={t("navigation")} className="grid gap-0.5 overflow-y-auto">
          {items.map((item) => (
            <NavLink
              key={item.href}
              href={item.href}
              className="flex min-h-10 items-center gap-2.5 rounded-sm border border-transparent px-2.5 py-2 text-md font-medium text-ink-2 hover:text-ink aria-[current]:border-line aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink [&_svg]:size-4.5 [&_svg]:flex-none"
            >
              {item.icon}
              <span className="min-w-0 flex-1">{item.label}</span>
              <Waiting count={item.badge} />
            </NavLink>
          ))}
        </nav>
        <span className="mt-auto" />
        {unread !== undefined && (
          <NavLink
            href="/notifications"
            className="flex min-h-10 items-center gap-2.5 rounded-sm border border-transparent px-2.5 py-2 text-md font-medium text-ink-2 hover:text-ink aria-[current]:border-line aria-[current]:bg-surface aria-[current]:font-semibold aria-[current]:text-ink"
          >
            <BellIcon size={18} className="flex-none" />
            <span className="min-w-0 flex-1">{t("notifications")}</span>
            <Waiting count={unread} />
          </NavLink>
        )}
        <button
          type="button"
          popoverTarget="account-menu"
          className="flex min-h-12 items-center gap-2.5 rounded-sm px-2.5 py-2 text-left hover:bg-surface"
        >
          <span className="min-w-0 flex-1">
            <span className="line-clamp-2 text-md font-semibold leading-tight wrap-anywhere">
              {person.name}
            </span>
            <span className="line-clamp-2 text-xs text-ink-3">{person.roleLabel}</span>
          </span>
          <span className="sr-only">{t("account.menu")}</span>
          <ChevronUpIcon size={16} className="flex-none text-ink-3" />
        </button>
      </header>

      <div className="min-w-0">
        <header
          data-noprint=""
          className="sticky top-0 z-20 flex h-14 items-center justify-between border-b border-line bg-surface px-4 lg:hidden"
        >
          <AheadLink
            href="/"
            aria-label={t("home")}
            className="-ml-1 flex min-h-12 items-center gap-2 px-1 text-lg font-extrabold tracking-tight"
          >
            <Mark size={24} />
            Lokus
          </AheadLink>
          <span className="-mr-3 flex">
            <SearchButton
              places={reach}
              label={t("search")}
              className="grid size-12 place-items-center rounded-sm text-ink-2"
            >
              <SearchIcon size={21} />
            </SearchButton>
            {unread !== undefined && (
              <AheadLink
                href="/notifications"
                className="relative grid size-12 place-items-center rounded-sm text-ink-2"
              >
                <BellIcon size={21} />
                <span className="sr-only">{t("notifications")}</span>
                <span className="absolute top-1 right-0.5">
                  <Waiting count={unread} />
                </span>
              </AheadLink>
            )}
            <button
              type="button"
              popoverTarget="account-menu"
              aria-label={t("account.menu")}
              className="grid size-12 place-items-center rounded-sm text-ink-2"
            >
              <UserRoundIcon size={22} />
            </button>
          </span>
        </header>

        <main
          id="content"
          tabIndex={-1}
          className="mx-auto max-w-[82rem] px-4 pt-5 pb-[calc(var(--bottom-bar)+2rem)] outline-none sm:px-6 lg:px-8 lg:pt-6.5 print:max-w-none print:p-0"
        >
          {children}
        </main>
      </div>

      <nav
        aria-label={t("navigation")}
        className="fixed inset-x-0 bottom-0 z-30 grid auto-cols-fr grid-flow-col border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
      >
        {bar.map((item) => (
          <NavLink key={item.href} href={item.href} className={place}>
            <span className="relative [&_svg]:size-5.5">
              {item.icon}
              <span className="absolute -top-1.5 left-3.5">
                <Waiting count={item.badge} />
              </span>
            </span>
            <span className="max-w-full truncate">{item.label}</span>
          </NavLink>
        ))}
        {rest.length > 0 && (
          <button type="button" popoverTarget="more-menu" className={place}>
            <EllipsisIcon size={22} />
            {t("more")}
          </button>
        )}
      </nav>

      {rest.length > 0 && (
        <div
          id="more-menu"
          popover="auto"
          className="inset-auto right-2 bottom-[calc(var(--bottom-bar)+0.5rem)] w-64 rounded-md border border-line bg-surface p-1.5 shadow-float"
        >
          {rest.map((item) => (
            <NavLink
              key={item.href}
              href={item.href}
              className="flex min-h-12 items-center gap-3 rounded-sm px-3 font-medium text-ink-2 aria-[current]:bg-accent-soft aria-[current]:text-ink [&_svg]:size-5"
            >
              {item.icon}
              <span className="flex-1">{item.label}</span>
              <Waiting count={item.badge} />
            </NavLink>
          ))}
        </div>
      )}

      <SoftNavigation />
      <AccountMenu person={person} looks={looks} signOut={signOut} />
    </div>
  );
}

const place =
  "flex h-14 min-w-0 flex-col items-center justify-center gap-0.5 px-1 text-xs font-medium text-ink-3 aria-[current]:font-semibold aria-[current]:text-accent";

function Waiting({ count }: { count?: number }) {
  if (!count) return null;
  return (
    <span className="inline-block min-w-5 rounded-full bg-late-soft px-1.5 text-center text-xs font-bold leading-5 text-late tabular-nums">
      {count > 99 ? "99+" : count}
    </span>
  );
}
