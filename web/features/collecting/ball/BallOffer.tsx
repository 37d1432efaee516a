import { useQuery } from '@tanstack/react-query'
import { MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'

import { declineOffer } from '#contract/collecting/desk/ball'

import { useSending } from '../../../api/use-sending.ts'
import { type T, useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { weekDay } from '../../../ui/format/day.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { briefOf } from '../desk/subject.ts'
import type { Ball } from './ball.ts'

type Offer = NonNullable<Ball['offer']>
type BallOfferProps = { readonly customerId: string; readonly offer: Offer }

/** Finance asks whether the seller takes over: whoever is asked may say no; taking stands beside it. */
export function BallOffer({ customerId, offer }: BallOfferProps) {
  const t = useT()
  const { locale } = useReader()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-wrap items-start gap-2.5 rounded-8 bg-brand-soft px-3 py-2 text-13">
      <MessageCircleQuestion size={16} aria-hidden className="mt-0.5 shrink-0 text-brand" />
      <p className="min-w-0 flex-1 break-words">{offerText(t, offer, locale)}</p>
      {offer.isMine && (
        <Button onClick={() => setOpen(true)} className="print:hidden">
          {t('balls.offer.no')}
        </Button>
      )}
      {isOpen && <DeclineDialog customerId={customerId} onClose={() => setOpen(false)} />}
    </div>
  )
}

function offerText(t: T, { by, note, until, isMine }: Offer, locale: string): string {
  const day = weekDay(until, locale)
  if (!isMine) return t('balls.offer.waits', { day })
  const name = by?.name ?? t('balls.history.somebody')
  return note === ''
    ? t('balls.offer.asked', { name, day })
    : t('balls.offer.asks', { name, day, note })
}

type DeclineDialogProps = { readonly customerId: string; readonly onClose: () => void }

function DeclineDialog({ customerId, onClose }: DeclineDialogProps) {
  const t = useT()
  const [note, setNote] = useState('')
  const name = useQuery(briefOf(customerId)).data?.customer.name ?? ''
  const { send, isBusy, problem } = useSending(declineOffer, () => {
    say(t('balls.offer.noSaid', { name }))
    onClose()
  })
  return (
    <FormDialog
      title={t('balls.offer.noTitle', { name })}
      text={t('balls.offer.noText')}
      does={t('balls.offer.noDo')}
      onClose={onClose}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => send({ params: { customerId }, body: { note } })}
    >
      <TextArea
        label={t('balls.offer.noNote')}
        isOptional
        maxLength={1000}
        value={note}
        onChange={setNote}
      />
    </FormDialog>
  )
}
