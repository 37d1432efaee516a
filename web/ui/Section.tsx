import { type ReactNode, useId } from 'react'

type SectionProps = {
  readonly title: string
  readonly text?: ReactNode
  readonly children: ReactNode
}

/** A chapter of a page that reads like a document: what it is about beside what can be set. */
export function Section({ title, text, children }: SectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-3 border-b border-line py-6 first:pt-0 last:border-b-0 xl:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <div className="max-w-130">
        <h2 id={id} className="text-14 font-strong">
          {title}
        </h2>
        {text !== undefined && <div className="mt-1 text-13 text-pretty text-soft">{text}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
