import { useTranslations } from "next-intl";
import { type DeviceSpace, spaceWarnings } from "./device-space";

/** What endangers the words on this device: little room, or a browser that may clear them. */
export function SpaceWarning({ space }: { space: DeviceSpace }) {
  const t = useTranslations("prepare");
  return spaceWarnings(space).map((warning) => (
    <p
      key={warning}
      role="status"
      data-tone={warning === "short" ? "late" : undefined}
      className={
        warning === "short" ? "mt-2 text-md font-semibold text-hue" : "mt-2 text-sm text-ink-2"
      }
    >
      {t(warning)}
    </p>
  ));
}
