import { Link } from '@tanstack/react-router'

import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { DayText, NearDay } from '../../../ui/DayText.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { shortDay } from '../../../ui/format/day.ts'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import type { Dispute } from './disputes.ts'

/** Who, where, since when, until when, and what it waits for or ended with. */
export function DisputeFacts({ dispute }: { readonly dispute: Dispute }) {
  const t = useT()
  const { today, locale } = useReader()
  const { receivable, invoice, department, owner, openedOn, openedBy } = dispute
  const { deadlineOn, revisitOn, expects, expectedBy, settledBy, proof, resolvedOn } = dispute
  const isOpen = dispute.state === 'open'
  const facts = [
    {
      name: t('disputes.facts.invoice'),
      value: `${receivable.number} · ${shortDay(invoice.issuedOn, today, locale)}`,
    },
    { name: t('disputes.department'), value: t(`desk.dispute.departments.${department}`) },
    { name: t('desk.dispute.owner'), value: owner?.name ?? t('disputes.nobodyYet') },
    deadlineOn && { name: t('disputes.deadline'), value: <NearDay day={deadlineOn} /> },
    revisitOn && isOpen && { name: t('desk.dispute.revisit'), value: <NearDay day={revisitOn} /> },
    { name: t('disputes.facts.opened'), value: <DayText day={openedOn} /> },
    openedBy && { name: t('disputes.facts.openedBy'), value: openedBy.name },
    expects && {
      name: t('disputes.facts.waits'),
      value: t('disputes.waitsUntil', {
        what: t(`disputes.expects.${expects}`),
        day: expectedBy ? shortDay(expectedBy, today, locale) : '…',
      }),
    },
    settledBy && {
      name: t(isOpen ? 'disputes.facts.linked' : 'disputes.facts.settledBy'),
      value: settledBy.number,
    },
    proof && { name: t('disputes.facts.proof'), value: proof.name },
    resolvedOn && { name: t('disputes.facts.settledOn'), value: <DayText day={resolvedOn} /> },
  ]
  return (
    <Card>
      <Facts facts={facts.filter((fact) => fact !== null && fact !== false)} />
      <Others dispute={dispute} />
    </Card>
  )
}

function Others({ dispute: { others } }: { readonly dispute: Dispute }) {
  const t = useT()
  if (others.length === 0) return null
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h3 className="text-12 text-soft">{t('disputes.others')}</h3>
      <ul className="mt-1 text-13">
        {others.map(({ id, reason, amount }) => (
          <li key={id}>
            <Link
              to="/disputes/$disputeId"
              params={{ disputeId: id }}
              className="flex min-h-8 items-center justify-between gap-3 underline-offset-2 hover:underline pointer-coarse:min-h-11"
            >
              <span className="min-w-0 truncate">{t(`desk.dispute.reasons.${reason}`)}</span>
              <Money amount={amount} />
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
