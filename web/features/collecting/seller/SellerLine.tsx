import { useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { nearDayText } from '../../../ui/DayText.tsx'
import { moneyText } from '../../../ui/format/money.ts'
import { useReader } from '../../../ui/reader.ts'
import { toneOf } from '../desk/reasons.ts'
import { meetingTime } from '../visit/when.ts'
import type { SellerCustomer } from './seller-home.ts'

/** Why finance acts now. A seller is spared the words of ageing. */
const FOR_FINANCE: ReadonlySet<string> = new Set([
  'largest',
  'first_week',
  'long_overdue',
  'overdue',
  'monday_commercial',
  'late_week_consumer',
  'reminded_recently',
  'task_due',
  'ball_returns',
])

type Props = { readonly of: SellerCustomer; readonly kind: 'needs' | 'finance' | 'paid' }

/** Why a customer is on a seller's list; a manager reads whose they are. */
export function SellerLine({ of, kind }: Props) {
  const t = useT()
  const { person } = useMember()
  const { locale } = useReader()
  const isOwn = of.owner.id === person.id
  const times = useTimes(of, isOwn)
  const reasons = of.reasons
    .filter(({ code }) => !FOR_FINANCE.has(code))
    .toSorted((a, b) => Number(toneOf(b) === 'act') - Number(toneOf(a) === 'act'))
    .slice(0, 2)
    .map(({ code }) => t(`desk.reason.${code}`))
  const came = of.paid.map((amount) =>
    t('desk.seller.paidLine', { amount: moneyText(amount, locale) }),
  )
  const whose = isOwn || times.isNamed ? null : of.owner.name
  return [...times.words, ...(kind === 'paid' ? came : reasons), whose].filter(Boolean).join(' · ')
}

/** What comes when: a meeting, the end of their turn, an offer, what is to do. */
function useTimes({ owner, ...of }: SellerCustomer, isOwn: boolean) {
  const t = useT()
  const reader = useReader()
  const { today, locale } = reader
  const { meetingOn: onDay, meetingAt: startsAt, ballUntil, isOffered, task } = of
  const { name } = owner
  const near = (day: NonNullable<typeof onDay>) => nearDayText(t, day, today, locale)
  const meeting = onDay && { name, day: meetingTime(t, { onDay, startsAt }, reader) }
  const ball = ballUntil && { name, day: near(ballUntil) }
  const said = [
    meeting && t(isOwn ? 'desk.seller.meeting' : 'desk.seller.meetingOf', meeting),
    ball && t(isOwn ? 'desk.seller.ball' : 'desk.seller.ballOf', ball),
    isOffered && t(isOwn ? 'desk.seller.offered' : 'desk.seller.offeredTo', { name }),
  ].filter(Boolean)
  const toDo = task && `${t(`desk.task.${task.kind}`)}, ${near(task.dueOn)}`
  return { words: [...said, toDo], isNamed: said.length > 0 }
}
