import { expect, test } from 'vitest'

import { collectingApp } from '../../testing/collecting-app.ts'
import { playbook, stepAt } from '../../testing/gate-facts.ts'

test('playbooks, runs, messages and the next step name what came along in the reader’s language, and saving changes no name', async () => {
  const { debtor, given, as, planAndSend, collector } = await collectingApp()
  const german = as(
    await given.personWith({ roles: ['collector', 'credit_manager'], language: 'de' }),
  )
  const { id: customerId } = await debtor()
  const { content } = playbook({
    steps: [
      stepAt('friendly', 3, { name: 'Friendly reminder', templateKey: 'reminder_friendly' }),
      stepAt('own', 20, { name: 'For pubs', templateKey: 'reminder_firm' }),
    ],
  })
  const draft = { name: 'Standard commercial', content: { ...content, priority: 9 } }
  const { id } = (await german.post('/playbooks', draft)).body

  const read = (await german.get(`/playbooks/${id}`)).body
  expect(read).toMatchObject({
    name: 'Standard Geschäftskunden',
    draft: { content: { steps: [{ name: 'Freundliche Erinnerung' }, { name: 'For pubs' }] } },
  })
  await german.post(`/playbooks/${id}/switch-on`, { version: 1 })
  await german.put(`/playbooks/${id}/draft`, { name: read.name, content: read.draft.content })
  const [newest] = (await german.get(`/playbooks/${id}/versions`)).body.rows
  expect(newest).toMatchObject({ version: 2, changes: [] })
  const { rows } = (await collector.get('/playbooks')).body
  const ours = rows.find((row: { id: string }) => row.id === id)
  expect(ours).toMatchObject({ name: 'Standard commercial' })
  expect(ours.draft.content.steps[0].name).toBe('Friendly reminder')

  const { body: why } = await german.get(`/customers/${customerId}/why`)
  expect(why).toMatchObject({
    playbook: { name: 'Standard Geschäftskunden' },
    step: { name: 'Freundliche Erinnerung' },
    items: [{ next: { name: 'Freundliche Erinnerung' } }],
  })
  await planAndSend()
  const stepsFor = async (who: typeof german) => {
    const messages = (await who.get(`/messages?customerId=${customerId}`)).body.rows
    const visit = (await who.get(`/customers/${customerId}/visit-brief`)).body
    const [run] = (await who.get('/runs')).body.rows
    const entries = (await who.get(`/runs/${run.id}/entries`)).body.rows
    return [messages[0].stepName, visit.sent[0].step, entries[0].stepName]
  }
  expect(new Set(await stepsFor(german))).toEqual(new Set(['Freundliche Erinnerung']))
  expect(new Set(await stepsFor(collector))).toEqual(new Set(['Friendly reminder']))
})
