import { Link } from '@tanstack/react-router'

import { useMember } from '../../../api/session.ts'
import { type T, useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Chip, type Tone } from '../../../ui/Chip.tsx'
import { nearDayText } from '../../../ui/DayText.tsx'
import { dayOf } from '../../../ui/format/day.ts'
import { InstantText } from '../../../ui/InstantText.tsx'
import { type Reader, useReader } from '../../../ui/reader.ts'
import { beyondText } from '../mandates/beyond.ts'
import { ApprovalButtons } from './ApprovalButtons.tsx'
import type { Approval } from './approvals.ts'
import { gistText, standingText } from './gist.ts'

const TONES: Readonly<Record<Approval['state'], Tone>> = {
  asked: 'soon',
  approved: 'brand',
  refused: 'plain',
  withdrawn: 'plain',
  expired: 'plain',
}

type ApprovalCardProps = {
  readonly approval: Approval
  /** On the customer's own page the customer is known. */
  readonly hasCustomer?: boolean
}

/** One request: what is asked, what it passes and by how much, how they kept their word, and yes or no. */
export function ApprovalCard({ approval, hasCustomer = true }: ApprovalCardProps) {
  const t = useT()
  const reader = useReader()
  const { customer, state, beyond, note, askedBy, askedAt } = approval
  const gist = gistText(t, approval, reader)
  return (
    <li className="flex flex-col gap-2.5 rounded-8 bg-surface p-4 text-13 shadow-raised">
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          {hasCustomer && (
            <Link
              to="/customers/$customerId"
              params={{ customerId: customer.id }}
              search={{ tab: 'commitments' }}
              className="rounded-4 text-14 font-strong decoration-line-strong underline-offset-4 hover:underline"
            >
              {customer.name}
            </Link>
          )}
          <p className="font-medium">{gist}</p>
        </div>
        <Chip tone={TONES[state]}>{t(`approvals.states.${state}`)}</Chip>
      </div>
      <ul className="flex list-disc flex-col gap-0.5 pl-4 marker:text-soon">
        {beyond.map((one) => (
          <li key={one.limit}>{beyondText(t, one, reader.locale)}</li>
        ))}
      </ul>
      {approval.insurer !== '' && (
        <Banner tone="soon" isBox>
          {t('approvals.insured', { insurer: approval.insurer })}
        </Banner>
      )}
      {note !== '' && (
        <blockquote className="border-l-2 border-line-strong pl-3 break-words">
          <q>{note}</q>
        </blockquote>
      )}
      <p className="text-soft">{standingText(t, approval, reader)}</p>
      <p className="text-12 text-faint">
        {t('approvals.askedBy', { name: askedBy?.name ?? '–' })} · <InstantText at={askedAt} />
        {state === 'asked' && ` · ${endText(t, approval, reader)}`}
      </p>
      {state === 'asked' ? <Waiting approval={approval} /> : <Decided approval={approval} />}
    </li>
  )
}

function endText(t: T, { expiresAt }: Approval, { today, locale, zone }: Reader): string {
  return t('approvals.ends', { day: nearDayText(t, dayOf(expiresAt, zone), today, locale) })
}

function Waiting({ approval }: { readonly approval: Approval }) {
  const t = useT()
  const { person } = useMember()
  const isOwn = approval.askedBy?.id === person.id
  if (approval.mayDecide || isOwn) return <ApprovalButtons approval={approval} isOwn={isOwn} />
  return <p className="text-12 text-soft">{t(`approvals.waitsFor.${approval.approver}`)}</p>
}

function Decided({ approval: { decidedBy, decidedAt, decisionNote } }: ApprovalCardProps) {
  const t = useT()
  if (!decidedAt) return null
  return (
    <p className="border-t border-line pt-2 text-soft">
      {decidedBy && <>{t('approvals.decidedBy', { name: decidedBy.name })} · </>}
      <InstantText at={decidedAt} />
      {decisionNote !== '' && <q className="block break-words text-ink">{decisionNote}</q>}
    </p>
  )
}
