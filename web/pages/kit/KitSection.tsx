import type { ReactNode } from 'react'

export function KitSection({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section className="flex flex-col gap-4">
      <h2 className="border-b border-line pb-1 text-16 font-strong">{title}</h2>
      {children}
    </section>
  )
}
