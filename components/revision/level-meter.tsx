import { cx } from "@/components/ui/cx";

/**
 * How high a value stands on a short scale, as segments in the hue around it. Decoration to screen
 * readers: the value stands beside it in figures.
 */
export function LevelMeter({
  value,
  min = 1,
  max = 5,
  wide,
}: {
  value: number | null;
  min?: number;
  max?: number;
  wide?: boolean;
}) {
  const first = min > 0 ? min : 1;
  const steps = Array.from({ length: Math.max(0, max - first + 1) }, (_, index) => first + index);
  return (
    <span aria-hidden="true" className="chart inline-flex flex-none gap-0.5 align-middle">
      {steps.map((step) => (
        <span
          key={step}
          className={cx(
            "h-2 rounded-[2px]",
            wide ? "w-5" : "w-3",
            value !== null && step <= value ? "bg-hue-solid" : "bg-line",
          )}
        />
      ))}
    </span>
  );
}
