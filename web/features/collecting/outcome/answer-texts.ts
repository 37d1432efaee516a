import { type T, textOfCode } from '../../../language/texts.ts'
import { weekDay } from '../../../ui/format/day.ts'
import type { Reader } from '../../../ui/reader.ts'
import type { Answer } from './form.ts'

/** What the server did, where it is more than was said before, or something else. */
export function answerTexts(t: T, answer: Answer, { locale }: Reader): string[] {
  const { ball, ballHadReturned, mail, withoutDocument, opened } = answer
  const isAsked = opened.some(({ kind }) => kind === 'approval')
  return [
    isAsked && t('outcome.after.asked'),
    ball === 'returned' && t('outcome.after.ballBack'),
    ballHadReturned !== null &&
      t('outbox.ballHadReturned', { day: weekDay(ballHadReturned.on, locale) }),
    mail?.state === 'on_its_way' && t('outcome.after.mail'),
    mail?.state === 'by_hand' &&
      t('outcome.after.byHand', {
        why: textOfCode(`gate.${mail.reasons[0] ?? ''}`, undefined) ?? '',
      }),
    withoutDocument.length > 0 &&
      t('outcome.after.without', { numbers: withoutDocument.join(', ') }),
  ].filter((line) => line !== false)
}
