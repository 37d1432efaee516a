import type { ReactNode } from 'react'

type TimelineDayProps = {
  readonly title: ReactNode
  readonly children: ReactNode
}

/** A day and what happened on it; the day stays in sight while its lines pass. */
export function TimelineDay({ title, children }: TimelineDayProps) {
  return (
    <li className="flex flex-col gap-2">
      <h2 className="figures sticky top-0 z-10 -mx-1 bg-canvas/95 px-1 py-1 text-12 font-medium text-faint">
        {title}
      </h2>
      <ol className="flex flex-col gap-2">{children}</ol>
    </li>
  )
}
