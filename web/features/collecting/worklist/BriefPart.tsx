import { type ReactNode, useId } from 'react'

type BriefPartProps = {
  readonly title: string
  readonly beside?: ReactNode
  readonly children: ReactNode
}

export function BriefPart({ title, beside, children }: BriefPartProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <div className="mb-1.5 flex items-baseline justify-between gap-3">
        <h3 id={id} className="text-12 font-medium text-faint">
          {title}
        </h3>
        {beside}
      </div>
      <div className="text-13">{children}</div>
    </section>
  )
}
