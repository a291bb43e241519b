/** How far something has come, in the hue around it. */
export function ProgressBar({
  value,
  max = 100,
  label,
}: {
  value: number;
  max?: number;
  /** Read out: "3 dari 5 kriteria". */
  label: string;
}) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={label}
      className="chart h-1.5 overflow-hidden rounded-full bg-line"
    >
      <div className="h-full rounded-full bg-hue-solid" style={{ width: `${share * 100}%` }} />
    </div>
  );
}
