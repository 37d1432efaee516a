import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { takeBack, takeBall } from '#contract/collecting/desk/ball'

import { useCalling } from '../../../../api/use-calling.ts'
import { useSending } from '../../../../api/use-sending.ts'
import { useT } from '../../../../language/texts.ts'
import { Banner } from '../../../../ui/Banner.tsx'
import { TextArea } from '../../../../ui/fields/TextArea.tsx'
import { shortDay, weekDay } from '../../../../ui/format/day.ts'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { say } from '../../../../ui/toasts.ts'
import { ballOf } from '../../ball/ball.ts'
import type { DeskDialogProps } from './props.ts'

/** The seller takes the customer over: what pauses, until when, how often still, and why not. */
export function TakeOverDialog({ subject, onClose, onDone }: DeskDialogProps) {
  const t = useT()
  const { today, locale } = useReader()
  const calling = useCalling()
  const [note, setNote] = useState('')
  const taking = useQuery(ballOf(subject.customerId)).data?.taking
  const params = { customerId: subject.customerId }
  const { send, isBusy, problem } = useSending(takeBall, ({ returnsOn }) => {
    const day = shortDay(returnsOn, today, locale)
    say(t('balls.take.taken', { name: subject.name, day }), {
      action: { name: t('ui.undo'), run: () => void calling(takeBack, { params, body: {} }) },
    })
    onDone()
  })
  const refusal = taking?.refusal ? t(`refusals.${taking.refusal}`) : undefined
  return (
    <FormDialog
      title={t('balls.take.title', { name: subject.name })}
      text={t('balls.take.text')}
      does={t('balls.take.do')}
      whyNot={taking ? refusal : t('ui.loading')}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={() => send({ params, body: { note } })}
    >
      {refusal !== undefined && (
        <Banner tone="soon" isBox>
          {refusal}
        </Banner>
      )}
      {taking && refusal === undefined && (
        <ul className="flex list-disc flex-col gap-1 pl-4 text-13 marker:text-faint">
          <li>{t('balls.take.pauses')}</li>
          <li>
            {t('balls.take.until', {
              day: weekDay(taking.returnsOn, locale),
              days: t('balls.days', { count: taking.businessDays }),
            })}
          </li>
          <li>{t('balls.take.left', { count: taking.left })}</li>
        </ul>
      )}
      <TextArea label={t('balls.take.note')} isOptional value={note} onChange={setNote} />
    </FormDialog>
  )
}
