/** The house's sign. */
export function Mark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden className="shrink-0">
      <rect width="32" height="32" rx="8" className="fill-brand" />
      <path
        d="M21.6 12.2A6.6 6.6 0 1 0 22.6 16H16"
        fill="none"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-on-brand"
      />
      <circle cx="23" cy="22.6" r="1.7" className="fill-on-brand" />
    </svg>
  )
}
