/** The mark: a pin with a point in it. */
export function Mark({ size = 26 }: { size?: number }) {
  return (
    <svg viewBox="0 0 26 26" width={size} height={size} aria-hidden="true" focusable="false">
      <path
        d="M13 0a13 13 0 1 1 0 26H4a4 4 0 0 1-4-4v-9A13 13 0 0 1 13 0Z"
        className="fill-accent"
      />
      <circle cx="13" cy="13" r="4.5" className="fill-on-accent" />
    </svg>
  );
}
