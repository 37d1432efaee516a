/** The initials of a person. */
export function Avatar({ name }: { readonly name: string }) {
  return (
    <span
      aria-hidden
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-brand-soft text-[0.625rem] font-strong text-brand"
    >
      {initialsOf(name)}
    </span>
  )
}

export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  const last = words.length > 1 ? words.at(-1) : undefined
  return [words[0], last].map((word) => word?.[0]?.toUpperCase() ?? '').join('')
}
