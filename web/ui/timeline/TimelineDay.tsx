import type { ReactNode } from 'react'

type TimelineDayProps = {
  readonly title: ReactNode
  readonly children: ReactNode
}

export function TimelineDay({ title, children }: TimelineDayProps) {
  return (
    <li className="flex flex-col gap-3">
      <h3 className="figures sticky top-0 z-10 flex items-center gap-3 bg-canvas/90 py-1 text-12 font-medium text-faint backdrop-blur-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {title}
      </h3>
      <ol className="flex flex-col gap-3">{children}</ol>
    </li>
  )
}
