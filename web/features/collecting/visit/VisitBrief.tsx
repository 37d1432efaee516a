import type { ReactNode } from 'react'

import { useIsAway } from '../../../api/reach.ts'
import { useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { AsOfLine } from '../../../ui/AsOfLine.tsx'
import { nearDayText } from '../../../ui/DayText.tsx'
import { clockTime, dayOf, shortDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { asOfText } from '../../ledger/AsOf.tsx'
import { BallLine } from '../worklist/BallLine.tsx'
import type { VisitBrief as Brief } from './visit.ts'
import { VisitDisputes, VisitPromises } from './VisitCommitments.tsx'
import { VisitInvoices } from './VisitInvoices.tsx'
import { VisitAsk, VisitOpening, VisitStale } from './VisitOpening.tsx'
import { VisitHabits, VisitRoom } from './VisitRoom.tsx'
import { VisitFinance, VisitPeople, VisitSaid } from './VisitTalk.tsx'
import { meetingTime } from './when.ts'

type VisitBriefProps = {
  readonly brief: Brief
  /** What can be done with the customer from here. */
  readonly actions: ReactNode
}

/** One page to be ready for a call or a visit, on a telephone or on one sheet of paper. */
export function VisitBrief({ brief, actions }: VisitBriefProps) {
  return (
    <article
      data-print="sheet"
      className="mx-auto flex w-full max-w-240 flex-col gap-5 p-4 lg:p-6 print:max-w-none print:gap-3 print:p-0"
    >
      <VisitHead brief={brief} />
      <VisitOpening brief={brief} />
      <div className="flex flex-wrap gap-2 print:hidden">{actions}</div>
      <div className="grid grid-cols-1 gap-x-10 gap-y-5 md:grid-cols-2 print:grid-cols-2 print:gap-x-6 print:gap-y-3">
        <div className="flex min-w-0 flex-col gap-5 print:gap-3">
          <VisitAsk brief={brief} />
          <VisitInvoices brief={brief} />
          <VisitPeople brief={brief} />
        </div>
        <div className="flex min-w-0 flex-col gap-5 print:gap-3">
          <VisitSaid brief={brief} />
          <VisitRoom brief={brief} />
          <VisitPromises brief={brief} />
          <VisitDisputes brief={brief} />
          <VisitFinance brief={brief} />
          <VisitHabits brief={brief} />
        </div>
      </div>
    </article>
  )
}

function VisitHead({ brief }: { readonly brief: Brief }) {
  const t = useT()
  const reader = useReader()
  const { freshness, areAmountsSure, today } = brief
  const asOf = asOfText(t, { entities: [freshness], isFresh: areAmountsSure }, reader)
  const day = shortDay(today, reader.today, reader.locale)
  return (
    <header>
      {/* The very first line, before any figure. */}
      {!areAmountsSure && <VisitStale brief={brief} />}
      <OfflineLine brief={brief} />
      <p className="hidden text-20 font-strong print:block">{brief.customer.name}</p>
      <MeetingLine brief={brief} />
      <BallLine brief={brief} />
      <AsOfLine text={`${t('visit.asOfToday', { day })} · ${asOf}`} isStale={!areAmountsSure} />
    </header>
  )
}

/** What was kept says of when it is. */
function OfflineLine({ brief: { readAt } }: { readonly brief: Brief }) {
  const t = useT()
  const { today, locale, zone } = useReader()
  if (!useIsAway()) return null
  const when = t('ui.dayAndTime', {
    day: nearDayText(t, dayOf(readAt, zone), today, locale),
    time: clockTime(readAt, locale, zone),
  })
  return <p className="mb-1 text-13 font-medium text-soon">{t('visit.offline', { when })}</p>
}

function MeetingLine({ brief: { meeting } }: { readonly brief: Brief }) {
  const t = useT()
  const reader = useReader()
  const member = useMember()
  if (!meeting) return null
  const when = meetingTime(t, meeting, reader)
  const { person } = meeting
  return (
    <p className="text-14 font-medium">
      {person === null
        ? t('visit.meeting', { when })
        : person.id === member.person.id
          ? t('visit.youMeet', { when })
          : t('visit.somebodyMeets', { name: person.name, when })}
    </p>
  )
}
