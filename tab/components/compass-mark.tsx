const points = Array.from({ length: 8 }, (_, index) => index * 45);

/** A compass card with eight points, one for each principle. Decoration: says nothing by itself. */
export function CompassMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" fill="none" aria-hidden="true" focusable="false">
      <circle cx="32" cy="32" r="27" stroke="currentColor" strokeWidth="3" opacity="0.35" />
      {points.map((angle) => (
        <path
          key={angle}
          d="M32 3v7"
          stroke="currentColor"
          strokeWidth="3.5"
          strokeLinecap="round"
          transform={`rotate(${angle} 32 32)`}
        />
      ))}
      <path d="M32 32 44 20 36.6 36.6Z" fill="currentColor" />
      <path d="M32 32 44 20 27.4 27.4Z" fill="currentColor" opacity="0.75" />
      <path d="M32 32 20 44 36.6 36.6Z" fill="currentColor" opacity="0.45" />
      <path d="M32 32 20 44 27.4 27.4Z" fill="currentColor" opacity="0.3" />
      <circle cx="32" cy="32" r="2.6" fill="currentColor" />
    </svg>
  );
}
