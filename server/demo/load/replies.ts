import type { Transaction } from '../../database/database.ts'
import { addDays, addSeconds, type Day, dayIn, type Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Account } from '../account.ts'
import { randomOf } from '../random.ts'
import { insertAll, type Row } from '../store/rows.ts'
import type { Story } from '../story/story.ts'
import { REPLIES } from '../story/words.ts'
import type { Cast } from './cast.ts'
import type { Sent } from './messages.ts'
import { at } from './moments.ts'
import { formatDay } from './wording.ts'

/** What customers wrote back: some of the past's messages were answered, a few answers wait. */
export async function writeReplies(
  tx: Transaction,
  cast: Cast,
  { story, sent, today }: { story: Story; sent: readonly Sent[]; today: Day },
): Promise<void> {
  const random = randomOf('replies')
  const waiting = new Set(story.waitingReplies)
  const lastOf = new Map(sent.map((each) => [each.step.account, each]))
  const answered = sent.filter(
    ({ step, row }) =>
      row.state === 'accepted' && !waiting.has(step.account) && random.chance(0.14),
  )
  const rows = [
    ...answered.map((each) => {
      const receivedAt = addSeconds(
        at(each.step.account, each.step.on, '09:00'),
        random.between(3_600, 90_000),
      )
      const triage = addSeconds(receivedAt, random.between(1_800, 20_000))
      const isTriaged = triage < cast.now
      const by = cast.people[each.step.account.customer.collector]
      return replyRow(cast, each.step.account, {
        receivedAt,
        today,
        messageId: each.step.id,
        triaged: isTriaged ? { at: triage, by } : null,
        random,
      })
    }),
    ...story.waitingReplies.map((account) => {
      const receivedAt = addSeconds(cast.now, -random.between(600, 60_000))
      const messageId = lastOf.get(account)?.step.id ?? null
      return replyRow(cast, account, { receivedAt, today, messageId, triaged: null, random })
    }),
  ]
  await insertAll(
    tx,
    'replies',
    rows.filter(({ receivedAt }) => String(receivedAt) < cast.now),
  )
}

type Replied = {
  readonly receivedAt: Instant
  readonly today: Day
  readonly messageId: string | null
  readonly triaged: { readonly at: Instant; readonly by: string } | null
  readonly random: ReturnType<typeof randomOf>
}

function replyRow(
  { organisationId, keys }: Cast,
  account: Account,
  replied: Replied,
): Row<'replies'> {
  const { customer, items } = account
  const { receivedAt, triaged, random, messageId, today } = replied
  const number = items.findLast(({ totalMinor }) => totalMinor > 0)?.number ?? customer.number
  const body = random
    .pick(REPLIES[customer.language])
    .replace('{n}', number)
    .replace('{d}', formatDay(addDays(today, 9), customer.language))
  return {
    id: newId(),
    organisationId,
    customerId: customer.id,
    messageId,
    body: keys.encrypt(body),
    receivedAt,
    receivedOn: dayIn('UTC', receivedAt),
    triagedAt: triaged?.at ?? null,
    triagedBy: triaged?.by ?? null,
  }
}
