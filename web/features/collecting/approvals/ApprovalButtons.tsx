import { useState } from 'react'

import { decideApproval, withdrawApproval } from '#contract/collecting/desk/approvals'

import { useCalling } from '../../../api/use-calling.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import type { Approval } from './approvals.ts'
import { gistText } from './gist.ts'

type ApprovalButtonsProps = { readonly approval: Approval; readonly isOwn: boolean }

/** Yes in one tap, no with a word; one's own request can only be taken back. */
export function ApprovalButtons({ approval, isOwn }: ApprovalButtonsProps) {
  const t = useT()
  const calling = useCalling()
  const [isBusy, setBusy] = useState(false)
  const [isRefusing, setRefusing] = useState(false)
  const { id, approver, customer } = approval
  const act = async (doing: Promise<boolean>, said: string) => {
    setBusy(true)
    if (await doing) say(said)
    setBusy(false)
  }
  if (isOwn) {
    const withdraw = () => calling(withdrawApproval, { params: { approvalId: id }, body: {} })
    return (
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-12 text-soft">{t(`approvals.waitsFor.${approver}`)}</span>
        <Button isBusy={isBusy} onClick={() => void act(withdraw(), t('approvals.withdrawn'))}>
          {t('approvals.withdraw')}
        </Button>
      </div>
    )
  }
  const approve = () =>
    calling(decideApproval, { params: { approvalId: id }, body: { decision: 'approved' } })
  const name = customer.name
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant="primary"
        isBusy={isBusy}
        aria-label={`${t('approvals.approve')}: ${name}`}
        onClick={() => void act(approve(), t('approvals.approved', { name }))}
      >
        {t('approvals.approve')}
      </Button>
      <Button aria-label={`${t('approvals.refuse')}: ${name}`} onClick={() => setRefusing(true)}>
        {t('approvals.refuse')}
      </Button>
      {isRefusing && <RefuseDialog approval={approval} onClose={() => setRefusing(false)} />}
    </div>
  )
}

type RefuseDialogProps = { readonly approval: Approval; readonly onClose: () => void }

function RefuseDialog({ approval, onClose }: RefuseDialogProps) {
  const t = useT()
  const reader = useReader()
  const [note, setNote] = useState('')
  const { send, isBusy, problem } = useSending(decideApproval, () => {
    say(t('approvals.refused', { name: approval.customer.name }))
    onClose()
  })
  return (
    <FormDialog
      width="narrow"
      title={t('approvals.refuseTitle', { name: approval.customer.name })}
      text={gistText(t, approval, reader)}
      does={t('approvals.refuse')}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={() =>
        send({ params: { approvalId: approval.id }, body: { decision: 'refused', note } })
      }
    >
      <TextArea label={t('approvals.refuseNote')} isOptional value={note} onChange={setNote} />
    </FormDialog>
  )
}
