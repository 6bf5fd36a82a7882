/** Turns while something takes its time; what it is stands in words beside it. */
export function Spinner({ size }: { size?: "lg" }) {
  return (
    <svg className="ds-spinner" viewBox="0 0 50 50" aria-hidden="true" data-size={size}>
      <circle className="ds-spinner__background" cx="25" cy="25" r="20" fill="none" strokeWidth="5" />
      <circle className="ds-spinner__circle" cx="25" cy="25" r="20" fill="none" strokeWidth="5" />
    </svg>
  );
}
