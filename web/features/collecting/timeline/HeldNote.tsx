import type { ReactNode } from 'react'

import { isDay } from '#kernel/day.ts'

import { useT } from '../../../language/texts.ts'
import { shortDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { TimelineNote } from '../../../ui/timeline/TimelineItem.tsx'
import { heldReasons } from './entry-text.ts'
import type { Entry } from './timeline.ts'

type HeldNoteProps = { readonly entry: Entry; readonly icon: ReactNode; readonly title: string }

/** Days on which nothing was sent, and why. */
export function HeldNote({ entry, icon, title }: HeldNoteProps) {
  const t = useT()
  const { today, locale } = useReader()
  const days = Number(entry.values['days'] ?? 1)
  const day = isDay(entry.on) ? shortDay(entry.on, today, locale) : ''
  return (
    <TimelineNote
      icon={icon}
      title={[title, ...heldReasons(entry)].join(': ')}
      meta={
        days > 1
          ? t('customer.timeline.heldDays', { count: days, day })
          : t('customer.timeline.system')
      }
    />
  )
}
