import type { ReactNode } from "react";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { Mark } from "@/components/shell/mark";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { cx } from "@/components/ui/cx";

/** The page around what is done before one is in: the mark, one card of work, language and theme. */
export function Entrance({
  title,
  lede,
  wide,
  children,
}: {
  title: string;
  lede?: string;
  /** Long texts need longer lines than forms. */
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <main
      id="content"
      className={cx(
        "mx-auto grid min-h-dvh w-full content-center gap-6 px-4 py-10",
        wide ? "max-w-2xl" : "max-w-md",
      )}
    >
      <div className="grid gap-6">
        <p className="flex items-center gap-2.5 text-lg font-extrabold tracking-tight">
          <Mark size={32} />
          Lokus
        </p>
        <div>
          <h1 className="text-xl font-bold tracking-tight">{title}</h1>
          {lede && <p className="mt-1 text-ink-2">{lede}</p>}
        </div>
      </div>
      {children}
      <div className="grid gap-3 border-t border-line pt-5">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </main>
  );
}
