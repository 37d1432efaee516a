import { expect, onTestFinished, test, vi } from 'vitest'

import { installDefaultPlaybooks } from '../../server/collecting/playbooks/index.ts'
import { startWorker } from '../../server/jobs/jobs.ts'
import { instant } from '../../server/kernel/day.ts'
import { jobsOf } from '../../server/rooms.ts'
import { openHouse } from '../../server/testing/browsing.ts'
import { givenCollecting } from '../../server/testing/given/collecting.ts'
import { mailServer } from '../../server/testing/mail/mail-server.ts'

vi.setConfig({ testTimeout: 180_000 })

// A Monday morning that is over, so that what is to happen a few seconds later happens at once.
const MONDAY = '2026-11-16T09:00:00Z'

const LEDGER = [
  'Customer no;Customer name;Country;Language;Contact;Email;Invoice no;Invoice date;Due date;Currency;Total;Open amount',
  'K1;Brasserie du Port SARL;FR;fr;Mme Leroy;leroy@brasserie.example;R-1001;03.09.2026;05.11.2026;EUR;4.310,00;4.310,00',
  'K1;Brasserie du Port SARL;FR;fr;Mme Leroy;leroy@brasserie.example;R-1002;17.09.2026;06.11.2026;EUR;1.150,00;1.150,00',
  'K2;Nordlicht GmbH;DE;de;Jens Petersen;petersen@nordlicht.example;R-1003;01.10.2026;04.11.2026;EUR;8.460,00;8.000,00',
  'K3;Talleres Ruiz SL;ES;es;Ana Ruiz;ana@talleres.example;R-1004;01.11.2026;01.12.2026;EUR;700,00;700,00',
].join('\r\n')

async function office() {
  const house = await openHouse({ now: MONDAY })
  const { world, organisation } = house
  await house.given.legalEntity()
  const collecting = givenCollecting(world, organisation)
  const mail = await mailServer()
  await collecting.mailSettings(mail)
  // The clock of the machine goes on: at its next minute the day's run would be planned by itself.
  await collecting.policy({ runPlannedAt: '23:30' })
  await collecting.within((tx) =>
    installDefaultPlaybooks(tx, { id: organisation, language: 'en' }, instant(MONDAY)),
  )
  const worker = await startWorker({ ...world, jobs: jobsOf(world) })
  onTestFinished(() => worker.stop())
  return { ...house, mail }
}

test('a ledger file becomes reminders: dropped, compared, taken in, planned, looked at, sent once', async () => {
  const { visit, mail, setNow } = await office()
  const { page, problems } = await visit('collector', '/import')

  const buffer = Buffer.from(LEDGER, 'latin1')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'open-items.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('heading', { name: 'What the columns mean' }).waitFor()
  await page.getByRole('button', { name: 'Compare with the ledger' }).click()
  await page.getByRole('button', { name: 'Take it into the ledger' }).click()
  await page.getByText('The file is in the ledger.').waitFor()

  await page.goto('/run')
  await page.getByRole('button', { name: 'Plan today’s run' }).first().click()
  const send = page.getByRole('button', { name: /^Send 2 messages/ })
  await send.waitFor()
  await page
    .getByRole('button', { name: /1 customer|2 customers/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Nordlicht GmbH' }).waitFor()

  await send.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Send 2 messages' }).click()
  await page.getByRole('timer').waitFor()
  setNow('2026-11-16T09:00:30Z')

  await vi.waitFor(async () => expect(await mail.received()).toHaveLength(2), { timeout: 60_000 })
  await page.getByText('accepted by the mail servers').waitFor()
  const received = await mail.received()
  expect(received.flatMap(({ to }) => to).toSorted()).toEqual([
    'leroy@brasserie.example',
    'petersen@nordlicht.example',
  ])
  for (const { source } of received) expect(source).toContain('application/pdf')
  expect(problems).toEqual([])
})
