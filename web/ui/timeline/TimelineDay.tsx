import type { ReactNode } from 'react'

type TimelineDayProps = {
  readonly title: ReactNode
  readonly children: ReactNode
}

/** A day and what happened on it; the day stays in sight while its lines pass. */
export function TimelineDay({ title, children }: TimelineDayProps) {
  return (
    // Days out of sight cost nothing until they are scrolled to.
    <li className="-m-1 flex flex-col gap-2 p-1 [contain-intrinsic-size:auto_8rem] [content-visibility:auto]">
      <h2 className="figures sticky top-0 z-10 -mx-1 bg-canvas/95 px-1 py-1 text-12 font-medium text-faint">
        {title}
      </h2>
      <ol className="flex flex-col gap-2">{children}</ol>
    </li>
  )
}
