import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'

import { collectingApp } from '../../testing/collecting-app.ts'
import { playbook, stepAt } from '../../testing/gate-facts.ts'

const { content } = playbook({
  steps: [
    stepAt('friendly', 10, { templateKey: 'reminder_friendly' }),
    stepAt('firm', 20, { templateKey: 'reminder_firm' }),
  ],
})

describe('why', () => {
  test('tells what would go, what follows for each invoice, and what was decided before', async () => {
    const { debtor, collector, planAndSend, given } = await collectingApp()
    const { id, number, openItemId } = await debtor()
    const url = `/customers/${id}/why`
    const before = (await collector.get(url)).body
    expect(before).toMatchObject({
      onDay: '2026-03-04',
      playbook: { name: 'Standard', version: 1, because: 'fallback' },
      decision: 'message',
      step: { key: 'friendly', level: 1 },
      channel: 'email',
      plannedAt: '2026-03-04T07:30:00.000Z',
      timeZone: 'Europe/Berlin',
      totals: [{ minor: 100_00, currency: 'EUR' }],
      lastContactOn: null,
      items: [
        { openItemId, number, dueOn: '2026-02-27', reached: null, next: { key: 'friendly' } },
      ],
      history: [],
    })
    await planAndSend()
    await given.hold(id)
    const after = (await collector.get(url)).body
    expect(after).toMatchObject({
      decision: 'nothing',
      lastContactOn: '2026-03-04',
      items: [
        { reached: { key: 'friendly', on: '2026-03-04' }, next: { key: 'firm', on: '2026-03-13' } },
      ],
      history: [{ decision: 'message', state: 'sent', stepKey: 'friendly' }],
    })
  })

  test("is not told of another seller's customer", async () => {
    const { debtor, as } = await collectingApp()
    const { id } = await debtor()
    expect((await as('seller').get(`/customers/${id}/why`)).status).toBe(404)
  })
})

describe('a rehearsal of a day', () => {
  test('shows what will be due then, and writes nothing', async () => {
    const { debtor, collector, given } = await collectingApp()
    await debtor({ daysLate: 2 })
    const legalEntityId = await given.theEntity()
    const rehearse = async (onDay: string) =>
      collector.post('/rehearsals', { legalEntityId, onDay })
    expect((await rehearse('2026-03-04')).body.plan.counts).toMatchObject({ message: 0 })
    const { body } = await rehearse('2026-03-05')
    expect(body.plan.counts).toMatchObject({ message: 1 })
    expect(body.entries).toMatchObject([{ decision: 'message', stepKey: 'friendly' }])
    expect((await rehearse('2026-03-03')).body.code).toBe('rehearsal_in_the_past')
    const runs = await given.within((tx) => tx.selectFrom('runs').selectAll().execute())
    expect(runs).toEqual([])
  })
})

describe('P33 a changed playbook', () => {
  test('shows whom it would move before it is switched on, and moves them only then', async () => {
    const { debtor, as, playbookId, plan, told, planAndSend, setNow, given } = await collectingApp()
    const reached = await debtor({ daysLate: 5 })
    const fresh = await debtor({ daysLate: 2 })
    await planAndSend()
    const editor = () => as('credit_manager')
    const saved = await editor().put(`/playbooks/${playbookId}/draft`, { content })
    expect(saved.body).toEqual({ version: 2, findings: [] })
    const effect = (await editor().get(`/playbooks/${playbookId}/draft/effect`)).body
    expect(effect).toMatchObject({ customers: 2, moved: 2, gained: 0, lost: 0 })
    const moves = new Map(
      effect.examples.map((one: { customerId: string }) => [one.customerId, one]),
    )
    expect(moves.get(fresh.id)).toMatchObject({
      from: { stepKey: 'friendly', on: '2026-03-05' },
      to: { stepKey: 'friendly', on: '2026-03-12' },
    })
    expect(moves.get(reached.id)).toMatchObject({
      from: { stepKey: 'firm', on: '2026-03-13' },
      to: { stepKey: 'firm', on: '2026-03-19' },
    })
    setNow('2026-03-05T08:00:00Z')
    await given.freshFacts()
    expect(await told(await plan(), fresh.id)).toBe('message friendly')
    const wrong = await editor().post(`/playbooks/${playbookId}/switch-on`, { version: 3 })
    expect(wrong.body.code).toBe('draft_changed')
    const old = { version: 2, savedAt: '2026-03-03T08:00:00.000Z' }
    const stale = await editor().post(`/playbooks/${playbookId}/switch-on`, old)
    expect(stale.body.code).toBe('draft_changed')
    const on = await editor().post(`/playbooks/${playbookId}/switch-on`, { version: 2 })
    expect(on).toMatchObject({ status: 200, body: { version: 2 } })
    expect(await told(await plan(true), fresh.id)).toBe('nothing')
    setNow('2026-03-19T08:00:00Z')
    await given.freshFacts()
    const runId = await plan()
    expect(await told(runId, reached.id)).toBe('message firm')
  })

  test('that takes out a step goes on from the level reached', async () => {
    const { debtor, as, playbookId, plan, told, planAndSend, setNow, given } = await collectingApp()
    const { id } = await debtor({ daysLate: 15 })
    await planAndSend()
    const steps = [content.steps[1], stepAt('final', 30, { templateKey: 'reminder_friendly' })]
    const put = await as('credit_manager').put(`/playbooks/${playbookId}/draft`, {
      content: { ...content, steps },
    })
    expect(put.body.findings).toEqual([])
    await as('credit_manager').post(`/playbooks/${playbookId}/switch-on`, { version: 2 })
    setNow('2026-03-18T08:00:00Z')
    await given.freshFacts()
    expect(await told(await plan(), id)).toBe('nothing')
    setNow('2026-03-19T08:00:00Z')
    await given.freshFacts()
    expect(await told(await plan(), id)).toBe('message final')
  })

  test('keeps every version: what changed, who, when', async () => {
    const { as, playbookId, setNow, personOf } = await collectingApp()
    const url = `/playbooks/${playbookId}`
    const manager = { id: await personOf('credit_manager') }
    const director = { id: await personOf('administrator') }
    await as('credit_manager').put(`${url}/draft`, { content })
    const rows = async () => (await as('collector').get(`${url}/versions`)).body.rows
    expect(await rows()).toMatchObject([
      { version: 2, state: 'draft', savedBy: manager, switchedOnAt: null, switchedOnBy: null },
      { version: 1, state: 'in_force', savedBy: null, changes: [] },
    ])
    setNow('2026-03-05T08:00:00Z')
    await as('administrator').post(`${url}/switch-on`, { version: 2 })
    const [newest, first] = await rows()
    expect(newest).toMatchObject({
      state: 'in_force',
      savedAt: '2026-03-04T08:00:00.000Z',
      savedBy: manager,
      switchedOnAt: '2026-03-05T08:00:00.000Z',
      switchedOnBy: director,
    })
    expect(newest.changes.map(({ kind, stepKey }: Change) => [kind, stepKey])).toEqual([
      ['step_changed', 'friendly'],
      ['step_changed', 'firm'],
      ['step_removed', 'final'],
      ['step_removed', 'call'],
    ])
    expect(first).toMatchObject({ version: 1, state: 'replaced' })
    const read = async (version: number) => as('collector').get(`${url}/versions/${version}`)
    expect((await read(1)).body.content.steps).toHaveLength(4)
    expect((await read(2)).body).toMatchObject({ version: 2, content: { steps: content.steps } })
    expect(await read(3)).toMatchObject({ status: 404, body: { code: 'no_such_version' } })
    const unknown = await as('collector').get(`/playbooks/${director.id}/versions`)
    expect(unknown).toMatchObject({ status: 404, body: { code: 'no_such_playbook' } })
  })

  test('with errors is saved and not switched on', async () => {
    const { as, playbookId } = await collectingApp()
    const editor = as('credit_manager')
    const steps = [stepAt('final', 3, { templateKey: 'reminder_final', announces: 'legal_action' })]
    const saved = await editor.put(`/playbooks/${playbookId}/draft`, {
      content: { ...content, steps },
    })
    expect(saved.body.findings).toMatchObject([{ code: 'announcement_without_step' }])
    const on = await editor.post(`/playbooks/${playbookId}/switch-on`, { version: 2 })
    expect(on).toMatchObject({ status: 409, body: { code: 'playbook_has_errors' } })
    expect((await editor.get(`/playbooks/${playbookId}`)).body).toMatchObject({
      inForce: { version: 1 },
      draft: { version: 2 },
      findings: [{ stepKey: 'final' }],
    })
  })

  test('is rehearsed over the last 90 days and the next 30, old against new', async () => {
    const { debtor, as, playbookId } = await collectingApp()
    await debtor({ daysLate: 40 })
    const editor = as('credit_manager')
    await editor.put(`/playbooks/${playbookId}/draft`, { content })
    const { body } = await editor.post(`/playbooks/${playbookId}/draft/rehearsal`)
    expect(body).toMatchObject({ today: '2026-03-04', customers: 1, played: 1 })
    expect(body.days).toHaveLength(121)
    const going = body.days
      .filter(({ old, new: fresh }: { old: Side; new: Side }) => old.messages + fresh.messages > 0)
      .map(({ on, old, new: fresh }: { on: string; old: Side; new: Side }) => [
        on,
        old.messages,
        fresh.messages,
      ])
    expect(going).toEqual([
      ['2026-01-26', 1, 0],
      ['2026-02-02', 0, 1],
      ['2026-02-06', 1, 0],
      ['2026-02-12', 0, 1],
      ['2026-02-20', 1, 0],
    ])
  })
})

type Side = { messages: number; tasks: number }
type Change = { kind: string; stepKey: string | null }

describe('playbooks', () => {
  test('are listed in the order in which they win, with whom each serves', async () => {
    const { debtor, as, collector } = await collectingApp()
    await debtor()
    await debtor()
    const editor = as('credit_manager')
    const segment = { ...content.segment, countries: ['DE'] }
    const { body } = await editor.post('/playbooks', {
      name: 'Germany',
      content: { ...content, segment },
    })
    const named = async () =>
      (await collector.get('/playbooks')).body.rows.map(
        ({ name, customers }: { name: string; customers: number }) => [name, customers],
      )
    expect(await named()).toEqual([
      ['Standard', 2],
      ['Germany', 0],
    ])
    await editor.post(`/playbooks/${body.id}/switch-on`, { version: 1 })
    expect(await named()).toEqual([
      ['Germany', 2],
      ['Standard', 0],
    ])
    expect((await editor.post(`/playbooks/${body.id}/archive`)).status).toBe(200)
    expect(await named()).toEqual([
      ['Standard', 2],
      ['Germany', 0],
    ])
    const again = await editor.post(`/playbooks/${body.id}/archive`)
    expect(again.body.code).toBe('playbook_archived')
  })

  test('go by the team of the owner, the terms and the company too', async () => {
    const { debtor, given, as, collector, personOf } = await collectingApp()
    const [plain, owned, patient] = [await debtor(), await debtor(), await debtor()]
    const team = await as('administrator').post('/teams', { name: 'North', managerId: null })
    const seller = await personOf('seller')
    await given.within(async (tx) => {
      await sql`update members set team_id = ${team.body.id} where person_id = ${seller}`.execute(
        tx,
      )
      await sql`update customers set owner_id = ${seller} where id = ${owned.id}`.execute(tx)
      await sql`update customers set terms_days = 60 where id = ${patient.id}`.execute(tx)
    })
    const editor = as('credit_manager')
    const conditions = {
      North: { teamIds: [team.body.id] },
      Patient: { termsDaysAtLeast: 60, legalEntityIds: [await given.theEntity()] },
    }
    for (const [name, more] of Object.entries(conditions)) {
      const segment = { ...content.segment, ...more }
      const { body } = await editor.post('/playbooks', { name, content: { ...content, segment } })
      await editor.post(`/playbooks/${body.id}/switch-on`, { version: 1 })
    }
    for (const [{ id }, name] of [
      [plain, 'Standard'],
      [owned, 'North'],
      [patient, 'Patient'],
    ] as const) {
      const why = await collector.get(`/customers/${id}/why`)
      expect(why.body).toMatchObject({ playbook: { name } })
    }
    const { body } = await collector.get('/playbooks')
    expect(
      body.rows.map(({ name, customers }: { name: string; customers: number }) => [
        name,
        customers,
      ]),
    ).toEqual([
      ['Patient', 1],
      ['North', 1],
      ['Standard', 1],
    ])
  })

  test('show whom a segment has, and what an invoice of theirs would get', async () => {
    const { debtor, given, as } = await collectingApp()
    await debtor()
    const french = await given.customer({
      country: 'FR',
      timeZone: 'Europe/Paris',
      name: 'Brasserie',
    })
    await given.invoice(french, { totalMinor: 250_00 })
    const editor = as('credit_manager')
    const segment = { ...content.segment, countries: ['FR'] }
    expect((await editor.post('/playbooks/segment-preview', { segment })).body).toMatchObject({
      customers: 1,
      owed: [{ currency: 'EUR', minor: 250_00 }],
      examples: [{ id: french, name: 'Brasserie' }],
    })
    const example = await editor.post('/playbooks/example', {
      content: { ...content, segment },
      dueOn: '2026-05-01',
    })
    expect(example.body).toMatchObject({
      customer: { id: french, timeZone: 'Europe/Paris' },
      steps: [
        { stepKey: 'friendly', on: '2026-05-11', at: '2026-05-11T06:30:00.000Z' },
        { stepKey: 'firm', on: '2026-05-21' },
      ],
    })
    const checked = await editor.post('/playbooks/check', { content: { ...content, steps: [] } })
    expect(checked.body.findings).toMatchObject([{ code: 'no_steps', severity: 'error' }])
  })
})
