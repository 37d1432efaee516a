import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import { may, useMember } from '../../../api/session.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Money } from '../../../ui/Money.tsx'
import { AskDialog } from './AskDialog.tsx'
import { ChangeDialog } from './ChangeDialog.tsx'
import { DeadlineChip } from './DeadlineChip.tsx'
import { DisputeAmounts } from './DisputeAmounts.tsx'
import { DisputeEvidence } from './DisputeEvidence.tsx'
import { DisputeFacts } from './DisputeFacts.tsx'
import { DisputeHistory } from './DisputeHistory.tsx'
import { DisputeQuestions } from './DisputeQuestions.tsx'
import { disputeOf, type Dispute } from './disputes.ts'
import { SettleDialog } from './SettleDialog.tsx'

/** One dispute with everything that is known of it, and what can be done. */
export function DisputeView({ disputeId }: { readonly disputeId: string }) {
  return (
    <Loaded query={useQuery(disputeOf(disputeId))} rows={12}>
      {(dispute) => <Whole dispute={dispute} />}
    </Loaded>
  )
}

type Doing = 'ask' | 'change' | 'settle'

function Whole({ dispute }: { readonly dispute: Dispute }) {
  const [doing, setDoing] = useState<Doing | null>(null)
  const close = () => setDoing(null)
  return (
    <div className="mx-auto flex w-full max-w-280 flex-col gap-4 p-4 lg:p-6">
      <Head dispute={dispute} onDo={setDoing} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Words note={dispute.note} />
          <DisputeQuestions dispute={dispute} />
          <DisputeEvidence dispute={dispute} />
          <DisputeHistory dispute={dispute} />
        </div>
        <div className="flex min-w-0 flex-col gap-4 max-lg:order-first">
          <DisputeAmounts dispute={dispute} />
          <DisputeFacts dispute={dispute} />
        </div>
      </div>
      {doing === 'ask' && <AskDialog dispute={dispute} onClose={close} />}
      {doing === 'change' && <ChangeDialog dispute={dispute} onClose={close} />}
      {doing === 'settle' && <SettleDialog dispute={dispute} onClose={close} />}
    </div>
  )
}

type HeadProps = { readonly dispute: Dispute; readonly onDo: (doing: Doing) => void }

function Head({ dispute, onDo }: HeadProps) {
  const t = useT()
  const member = useMember()
  const { customer, reason, amount, state, resolution } = dispute
  const isOpen = state === 'open'
  return (
    <div className="flex flex-col items-start gap-x-6 gap-y-3 sm:flex-row">
      <div className="min-w-0 sm:flex-1">
        <p className="text-13 text-soft">
          <Link
            to="/customers/$customerId"
            params={{ customerId: customer.id }}
            search={{ tab: 'disputes' }}
            className="underline-offset-2 hover:underline"
          >
            {customer.name}
          </Link>
        </p>
        <p className="mt-0.5 text-20 font-strong text-balance">
          {t(`desk.dispute.reasons.${reason}`)}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-13">
          <Money amount={amount} />
          {isOpen ? (
            <DeadlineChip dispute={dispute} />
          ) : (
            <Chip>{t(`desk.dispute.resolutions.${resolution ?? 'withdrawn'}`)}</Chip>
          )}
        </p>
      </div>
      {isOpen && (
        <div className="flex flex-wrap gap-2 print:hidden">
          {may(member, 'disputes.open') && (
            <>
              <Button onClick={() => onDo('change')}>{t('disputes.change')}</Button>
              <Button onClick={() => onDo('ask')}>{t('disputes.ask')}</Button>
            </>
          )}
          {may(member, 'disputes.resolve') && (
            <Button variant="primary" onClick={() => onDo('settle')}>
              {t('desk.dispute.resolve')}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function Words({ note }: { readonly note: string }) {
  const t = useT()
  return (
    <Card title={t('disputes.theySay')}>
      {note === '' ? (
        <p className="text-13 text-soft">{t('disputes.nothingSaid')}</p>
      ) : (
        <blockquote className="border-l-2 border-line-strong pl-3 text-14 whitespace-pre-line">
          {note}
        </blockquote>
      )}
    </Card>
  )
}
