import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { expect, onTestFinished, test } from 'vitest'

import { openSecrets } from '../../server/access/index.ts'
import { approveRun, orderRun, planRun, reportRun, sendRun } from '../../server/collecting/index.ts'
import { connect } from '../../server/database/database.ts'
import { startLiveness } from '../../server/jobs/liveness.ts'
import { instant } from '../../server/kernel/day.ts'
import { playbook, stepAt } from '../../server/testing/gate-facts.ts'
import { givenCollecting } from '../../server/testing/given/collecting.ts'
import { givenOrganisation } from '../../server/testing/given/people.ts'
import { testDatabase } from '../../server/testing/test-database.ts'
import { testWorld } from '../../server/testing/test-world.ts'
import { putDebtors } from './debtors.ts'

// GOODTERMS_KILLS=50 is the whole trial (about three minutes); every test run makes a short one.
const KILLS = Number(process.env['GOODTERMS_KILLS'] ?? 8)
const REMINDERS = KILLS * 40
const NOW = '2026-03-04T10:00:00Z'
const SECONDS = 1000

/**
 * A run of reminders into a real mail server in another process, while the sending process is
 * killed -9 again and again in the midst of its work. Without statements: setting them takes the most
 * time and happens before anything is handed over.
 */
test(
  'P05 killed at random instants, a run doubles nothing, loses nothing and shows what is unknown',
  async () => {
    const house = await openHouse()
    const { world, organisationId, runId, mail, order } = house

    // Fifty starts are quicker when what was read once is kept.
    const env = { ...process.env, NODE_COMPILE_CACHE: house.cache }
    let kills = 0
    let isOver = false
    while (!isOver) {
      const child = fork(join(import.meta.dirname, 'sender.ts'), [JSON.stringify(order)], { env })
      const ended = once(child, 'exit')
      if (kills < KILLS) {
        await mail.more(Math.floor(Math.random() * 20) + 5, child)
        await pause(Math.random() * 40)
        if (child.exitCode === null && child.kill('SIGKILL')) kills += 1
      }
      const [code] = await ended
      isOver = code === 0
    }
    // What the last killed process left behind is found by whoever looks next.
    await sendRun(world, { organisationId, runId })

    expect(kills).toBe(KILLS)
    const arrived = await mail.arrived()
    const recipients = arrived.map(({ to }) => to)
    expect(new Set(recipients).size, 'nobody got two').toBe(recipients.length)
    expect(new Set(arrived.map(({ id }) => id)).size).toBe(arrived.length)

    const { messages, tasks } = await house.rows()
    const of = (state: string) => messages.filter((message) => message.state === state)
    expect(of('accepted').length + of('unknown').length, 'nobody is lost').toBe(REMINDERS)
    expect(messages).toHaveLength(REMINDERS)
    const headers = new Set(arrived.map(({ id }) => id))
    expect(of('accepted').every(({ messageIdHeader }) => headers.has(messageIdHeader))).toBe(true)
    expect(new Set(tasks.map(({ messageId }) => messageId))).toEqual(
      new Set(of('unknown').map(({ id }) => id)),
    )
    expect(tasks).toHaveLength(of('unknown').length)
    const report = await reportRun(world, organisationId, runId)
    expect(report).toMatchObject({
      state: 'sent',
      progress: { messages: REMINDERS, sent: REMINDERS, unknown: of('unknown').length, waiting: 0 },
    })
    console.log(
      `${kills} kills: ${arrived.length} arrived, ${of('unknown').length} of unknown fate`,
    )
  },
  KILLS * 30 * SECONDS,
)

async function openHouse() {
  const { ownerUrl } = await testDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'goodterms-kill-'))
  const db = connect(ownerUrl, { connections: 8 })
  const keyring = connect(ownerUrl, { connections: 1 })
  const liveness = await startLiveness(ownerUrl)
  const masterKey = randomBytes(32)
  const { world: some } = await testWorld({ now: NOW })
  const { processId } = liveness
  const secrets = openSecrets(keyring, masterKey)
  const world = { ...some, db, ownerUrl, secrets, processId, clock: () => instant(NOW) }
  onTestFinished(async () => {
    await liveness.stop()
    await db.destroy()
    await keyring.destroy()
    await rm(folder, { recursive: true, force: true })
  })

  const organisationId = await givenOrganisation(world)
  const given = givenCollecting(world, organisationId)
  const mail = await mailSink(join(folder, 'record'))
  await given.mailSettings({ host: '127.0.0.1', port: mail.port })
  const { content } = playbook({ steps: [stepAt('friendly', 3, { attachesStatement: false })] })
  await given.playbook('Standard', content)
  await given.policy({ undoSeconds: 0 })
  const legalEntityId = await putDebtors(world, organisationId, REMINDERS)

  const by = { kind: 'operator' } as const
  const { id: runId } = await orderRun(world, { organisationId, legalEntityId, by })
  await planRun(world, { organisationId, runId })
  await approveRun(world, { organisationId, by }, { runId, expectedMessages: REMINDERS })
  const key = masterKey.toString('base64')
  return {
    world,
    organisationId,
    runId,
    mail,
    cache: join(folder, 'cache'),
    order: { ownerUrl, masterKey: key, now: NOW, organisationId, runId },
    rows: () =>
      given.within(async (tx) => ({
        messages: await tx
          .selectFrom('messages')
          .select(['id', 'state', 'messageIdHeader'])
          .execute(),
        tasks: await tx
          .selectFrom('tasks')
          .select('messageId')
          .where('kind', '=', 'unknown_message')
          .execute(),
      })),
  }
}

async function mailSink(record: string) {
  await writeFile(record, '')
  const child = fork(join(import.meta.dirname, 'mail-sink.ts'), [record])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [port] = await once(child, 'message')

  async function arrived(): Promise<{ to: string; id: string }[]> {
    const lines = (await readFile(record, 'utf8')).split('\n').filter((line) => line !== '')
    return lines.map((line) => {
      const [to = '', id = ''] = line.split(' ')
      return { to, id }
    })
  }

  return {
    port: Number(port),
    arrived,
    /** Waits until so many more have arrived, or the sender is done. */
    more: async (count: number, sender: ChildProcess): Promise<void> => {
      const before = (await arrived()).length
      while (sender.exitCode === null && (await arrived()).length < before + count) await pause(5)
    },
  }
}
