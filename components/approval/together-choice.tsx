/** Boxes by which submissions are chosen; the bar finds them by this name. */
export const CHOICE_NAME = "together";

/** A box to choose a submission by. Above the link that takes the whole row. */
export function TogetherChoice({
  value,
  label,
  disabled,
}: {
  value: string;
  label: string;
  disabled: boolean;
}) {
  return (
    <label
      title={label}
      data-noprint=""
      className="relative z-10 -my-1 grid size-8 flex-none place-items-center -ml-1.5 touch:-my-3 touch:-ml-3.5 touch:size-12"
    >
      <span className="sr-only">{label}</span>
      <input
        type="checkbox"
        name={CHOICE_NAME}
        value={value}
        disabled={disabled}
        className="size-4.5 accent-accent"
      />
    </label>
  );
}
