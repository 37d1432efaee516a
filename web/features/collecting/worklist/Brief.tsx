import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'

import { later } from '../../../api/later.ts'
import { useT, withWholeTexts } from '../../../language/texts.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { StandingStrip } from '../../ledger/standing/StandingStrip.tsx'
import type { Subject } from '../desk/subject.ts'
import { useBrief } from '../desk/subject.ts'
import type { DeskActions } from '../desk/use-desk.tsx'
import { BallLine } from './BallLine.tsx'
import { BriefContact, BriefItems, BriefPromises, BriefTasks, BriefWords } from './brief-parts.tsx'
import { WhyNow } from './WhyNow.tsx'

const BallStrip = later(async () => ({
  default: (await withWholeTexts(import('../ball/BallStrip.tsx'))).BallStrip,
}))

type BriefProps = { readonly subject: Subject; readonly actions: DeskActions }

/** What to know before acting: what they owe, who holds the ball, why now, what was said. */
export function Brief({ subject, actions }: BriefProps) {
  const t = useT()
  const brief = useBrief(subject.customerId)
  return (
    <article aria-label={t('desk.brief.label')} className="flex flex-col gap-5 px-4 py-5 lg:px-6">
      <header>
        <h2 className="text-20 font-strong">
          <Link
            to="/customers/$customerId"
            params={{ customerId: subject.customerId }}
            className="rounded-4 decoration-line-strong underline-offset-4 hover:underline"
          >
            {subject.name}
          </Link>
        </h2>
        {brief ? <BallLine brief={brief} /> : <Skeleton className="mt-1 w-64" />}
        <Suspense>
          <BallStrip customerId={subject.customerId} actions={actions} />
        </Suspense>
      </header>
      {brief ? (
        <>
          <StandingStrip customerId={subject.customerId} standings={brief.standings} size="large" />
          <WhyNow brief={brief} />
          <BriefItems brief={brief} />
          <BriefPromises brief={brief} />
          <BriefWords brief={brief} />
          <BriefTasks brief={brief} />
          <BriefContact brief={brief} />
        </>
      ) : (
        <div className="flex flex-col gap-4">
          <Skeleton className="w-80" />
          <Skeleton className="w-full" />
          <Skeleton className="w-2/3" />
        </div>
      )}
    </article>
  )
}
