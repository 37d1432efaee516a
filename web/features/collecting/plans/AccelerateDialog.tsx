import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { acceleratePlan, previewAcceleration } from '#contract/collecting/desk/plans'
import { withdrawMessage } from '#contract/collecting/messages'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { type T, textOfCode, useT } from '../../../language/texts.ts'
import { ChoiceTiles } from '../../../ui/fields/ChoiceTiles.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { moneyText } from '../../../ui/format/money.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useReader } from '../../../ui/reader.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { say } from '../../../ui/toasts.ts'
import { MailFiles, MailHead, MailText } from '../messages/ShownMail.tsx'
import type { Plan } from './standing.ts'

type Preview = ReplyOf<typeof previewAcceleration>
type Tell = 'mail' | 'letter'

const WAYS: readonly Tell[] = ['mail', 'letter']

type AccelerateDialogProps = { readonly plan: Plan; readonly onClose: () => void }

/** Makes the rest of a plan due, and says how the customer learns of it before it is done. */
export function AccelerateDialog({ plan, onClose }: AccelerateDialogProps) {
  const t = useT()
  const { locale } = useReader()
  const [why, setWhy] = useState('')
  const [tell, setTell] = useState<Tell>('mail')
  const [contactId, setContactId] = useState<string>()
  const query = contactId === undefined ? {} : { contactId }
  const { data, error } = useQuery({
    ...asking(previewAcceleration, { params: { planId: plan.id }, query }),
    placeholderData: (before) => before,
  })
  const { send, isBusy, problem } = useAccelerating({ waits: data?.mail?.waits ?? false, onClose })
  const amount = moneyText({ minor: plan.openMinor, currency: plan.total.currency }, locale)
  const mail = tell === 'mail' ? (data?.mail ?? null) : null
  return (
    <FormDialog
      width="wide"
      title={t('plans.card.accelerateTitle')}
      text={t('plans.card.accelerateText', { amount })}
      does={t(mail ? 'plans.telling.do' : 'plans.card.accelerate')}
      isBusy={isBusy}
      problem={problem ?? (error === null ? undefined : sentenceOf(error))}
      whyNot={whyNot(t, why, tell === 'mail' && data === undefined)}
      onClose={onClose}
      onSubmit={() =>
        send({
          params: { planId: plan.id },
          body: { why, tell, contactId: mail?.contactId ?? null },
        })
      }
    >
      <TextField label={t('customer.commitments.why')} value={why} onChange={setWhy} />
      <ChoiceTiles
        label={t('plans.telling.how')}
        value={tell}
        options={WAYS.map((value) => ({ value, name: t(`plans.telling.${value}`) }))}
        onChange={setTell}
      />
      {tell === 'letter' && <p className="text-13 text-soft">{t('plans.telling.letterText')}</p>}
      {tell === 'mail' && data && <Telling preview={data} onChoose={setContactId} />}
      {tell === 'mail' && !data && error === null && <Skeleton className="w-full" />}
    </FormDialog>
  )
}

function whyNot(t: T, why: string, isLoading: boolean): string | undefined {
  if (why.trim() === '') return t('ui.required')
  return isLoading ? t('ui.loading') : undefined
}

type TellingProps = {
  readonly preview: Preview
  readonly onChoose: (contactId: string) => void
}

/** The mail as it will arrive; or that a person writes instead, and why. */
function Telling({ preview: { mail, contacts, reasons }, onChoose }: TellingProps) {
  const t = useT()
  return (
    <section
      aria-label={t('disputes.telling.title')}
      className="flex flex-col gap-3 rounded-8 bg-sunken p-3 text-13"
    >
      {mail ? (
        <>
          <MailHead {...{ mail, contacts, onChoose }} />
          <MailText text={mail.before} language={mail.language} />
          <MailFiles names={mail.attachments} />
          <p className="text-12 text-soft">{t('plans.telling.backToLetter')}</p>
        </>
      ) : (
        <output className="text-soft">
          {t('plans.telling.noMail', { why: textOfCode(`gate.${reasons[0]}`, undefined) ?? '' })}
        </output>
      )}
    </section>
  )
}

type Accelerating = { readonly waits: boolean; readonly onClose: () => void }

/** Says what came of it; a mail that waits its seconds can be taken back, and a person writes then. */
function useAccelerating({ waits, onClose }: Accelerating) {
  const t = useT()
  const mayTakeBack = may(useMember(), 'messages.decide')
  const { send: takeBack } = useSending(
    withdrawMessage,
    () => void say(t('plans.telling.takenBack')),
  )
  return useSending(acceleratePlan, ({ messageId, undoSeconds }) => {
    const leaves = waits ? 'disputes.telling.waits' : 'plans.telling.leaves'
    const further = t(messageId ? leaves : 'plans.telling.asked')
    const run = () => takeBack({ params: { id: messageId ?? '' }, body: { why: '' } })
    const canUndo = messageId !== null && undoSeconds > 0 && mayTakeBack
    say(`${t('plans.card.accelerated')} ${further}`, {
      ...(messageId ? { lasts: undoSeconds * 1000 } : {}),
      ...(canUndo ? { action: { name: t('disputes.telling.takeBack'), run } } : {}),
    })
    onClose()
  })
}
