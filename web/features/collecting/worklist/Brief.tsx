import { Link } from '@tanstack/react-router'

import { useT } from '../../../language/texts.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { StandingStrip } from '../../ledger/standing/StandingStrip.tsx'
import type { Subject } from '../desk/subject.ts'
import { useBrief } from '../desk/subject.ts'
import { BallLine } from './BallLine.tsx'
import { BriefContact, BriefItems, BriefPromises, BriefTasks, BriefWords } from './brief-parts.tsx'
import { WhyNow } from './WhyNow.tsx'

/** What to know before acting: what they owe, who holds the ball, why now, what was said. */
export function Brief({ subject }: { readonly subject: Subject }) {
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
