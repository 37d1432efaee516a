import { useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { shortDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import type { Brief } from '../desk/subject.ts'

/** "with finance since 3 Nov · seller: you" */
export function BallLine({
  brief,
}: {
  readonly brief: Pick<Brief, 'ball' | 'owner' | 'collector'>
}) {
  const t = useT()
  const { today, locale } = useReader()
  const { person } = useMember()
  const { ball, owner, collector } = brief
  const nameOf = (who: { readonly id: string; readonly name: string }) =>
    who.id === person.id ? t('desk.brief.you') : who.name
  const holder =
    ball.lane === 'seller' && ball.holder
      ? t('desk.ball.sellerNamed', { name: nameOf(ball.holder) })
      : t(`desk.ball.${ball.lane}`)
  const words = [
    holder,
    ball.since && t('desk.ball.since', { day: shortDay(ball.since, today, locale) }),
    ball.returnsOn && t('desk.ball.until', { day: shortDay(ball.returnsOn, today, locale) }),
  ].filter(Boolean)
  return (
    <p className="mt-1 text-13 text-soft">
      {words.join(' ')} ·{' '}
      {owner ? t('desk.brief.seller', { name: nameOf(owner) }) : t('desk.brief.noSeller')}
      {collector && <> · {t('desk.brief.collector', { name: nameOf(collector) })}</>}
    </p>
  )
}
