import { useState } from 'react'

import { handToSeller, offerBall, takeBack } from '#contract/collecting/desk/ball'

import { useCalling } from '../../../../api/use-calling.ts'
import { useSending } from '../../../../api/use-sending.ts'
import { useT } from '../../../../language/texts.ts'
import { Checkbox } from '../../../../ui/fields/Checkbox.tsx'
import { TextArea } from '../../../../ui/fields/TextArea.tsx'
import { shortDay } from '../../../../ui/format/day.ts'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { say } from '../../../../ui/toasts.ts'
import { useBrief } from '../subject.ts'
import type { DeskDialogProps } from './props.ts'

export function HandOverDialog({ subject, onClose, onDone }: DeskDialogProps) {
  const t = useT()
  const { today, locale } = useReader()
  const calling = useCalling()
  const [note, setNote] = useState('')
  const seller = useBrief(subject.customerId)?.owner?.name ?? ''
  const params = { customerId: subject.customerId }
  const { send, isBusy, problem } = useSending(handToSeller, ({ returnsOn }) => {
    const day = shortDay(returnsOn, today, locale)
    say(t('desk.said.handedOver', { name: subject.name, day }), {
      action: { name: t('ui.undo'), run: () => void calling(takeBack, { params, body: {} }) },
    })
    onDone()
  })
  const [isOffer, setIsOffer] = useState(false)
  const offer = useSending(offerBall, () => {
    say(t('balls.offer.said', { seller }))
    onDone()
  })
  return (
    <FormDialog
      title={t('desk.handOver.title', { name: subject.name, seller })}
      text={isOffer ? t('balls.offer.text') : t('desk.handOver.text')}
      does={isOffer ? t('balls.offer.do', { seller }) : t('desk.handOver.do', { seller })}
      onClose={onClose}
      isBusy={isBusy || offer.isBusy}
      problem={isOffer ? offer.problem : problem}
      onSubmit={() => (isOffer ? offer.send : send)({ params, body: { note } })}
    >
      <TextArea label={t('desk.handOver.note')} isOptional value={note} onChange={setNote} />
      <Checkbox label={t('balls.offer.only')} isChecked={isOffer} onChange={setIsOffer} />
    </FormDialog>
  )
}

export function TakeBackDialog({ subject, onClose, onDone }: DeskDialogProps) {
  const t = useT()
  const [note, setNote] = useState('')
  const { send, isBusy, problem } = useSending(takeBack, () => {
    say(t('desk.said.takenBack', { name: subject.name }))
    onDone()
  })
  return (
    <FormDialog
      title={t('desk.takeBack.title', { name: subject.name })}
      text={t('desk.takeBack.text')}
      does={t('desk.takeBack.do')}
      onClose={onClose}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => send({ params: { customerId: subject.customerId }, body: { note } })}
    >
      <TextArea label={t('desk.takeBack.note')} isOptional value={note} onChange={setNote} />
    </FormDialog>
  )
}
