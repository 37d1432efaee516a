import { addDays, dayIn } from '../../../kernel/day.ts'
import { businessCalendar } from '../../../ledger/index.ts'
import type { World } from '../../../world.ts'
import { atSystemDesk } from '../common/system.ts'
import { isReminderDue } from './rules.ts'
import { orderReminder } from './send.ts'
import * as store from './store.ts'

/** No country rests so long that a business day before lies farther back. */
const LOOK_AHEAD_DAYS = 14

/** Reminds departments on the business day before their answer is due, once. Runs hourly. */
export function remindDepartments(world: World, organisationId: string): Promise<number> {
  return atSystemDesk(world, organisationId, async ({ tx, organisation, today }) => {
    const days = { from: today, to: addDays(today, LOOK_AHEAD_DAYS) }
    const open = await store.selectRemindable(tx, organisationId, days)

    const due = open.filter(({ askedAt, answerBy, country, region }) => {
      const dayBefore = businessCalendar(country, region).addBusinessDays(answerBy, -1)
      const askedOn = dayIn(organisation.timeZone, askedAt)
      return isReminderDue({ askedOn, answerBy, dayBefore }, today)
    })

    let reminded = 0
    for (const { id: questionId } of due) {
      if (!(await store.claimReminder(tx, questionId))) continue
      await orderReminder(tx, { organisationId, questionId })
      reminded += 1
    }
    return reminded
  })
}
