import { sql } from 'kysely'
import { expect, test } from 'vitest'

import { newId } from '../../../kernel/ids.ts'
import { collectingApp } from '../../../testing/collecting-app.ts'

test('a step refers to an item and a message of its own customer, and says nothing else afterwards', async () => {
  const { debtor, planAndSend, given, rows, organisationId } = await collectingApp()
  const one = await debtor()
  const other = await debtor()
  await planAndSend()
  const messages = await rows.messages()
  const messageOf = (id: string) => messages.find(({ customerId }) => customerId === id)?.id ?? null
  const reach = (openItemId: string, messageId: string | null) =>
    given.within((tx) =>
      sql`insert into reached_steps (id, organisation_id, customer_id, open_item_id, playbook_id,
          step_key, level, cycle_due_on, message_id, reached_on)
        values (${newId()}, ${organisationId}, ${one.id}, ${openItemId}, ${newId()}, 'other', 1,
          '2026-03-04', ${messageId}, '2026-03-04')`.execute(tx),
    )
  const refused = 'refers to no item or message of its customer'

  await expect(reach(newId(), null)).rejects.toThrow(refused)
  await expect(reach(other.openItemId, null)).rejects.toThrow(refused)
  await expect(reach(one.openItemId, newId())).rejects.toThrow(refused)
  await expect(reach(one.openItemId, messageOf(other.id))).rejects.toThrow(refused)
  await reach(one.openItemId, messageOf(one.id))
  await expect(
    given.within((tx) =>
      sql`update reached_steps set open_item_id = ${other.openItemId}`.execute(tx),
    ),
  ).rejects.toThrow('permission denied')
})
