import { setTimeout as pause } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { startWorker } from '../../server/jobs/jobs.ts'
import { newId } from '../../server/kernel/ids.ts'
import { jobsOf } from '../../server/rooms.ts'
import { hasLink, linkIn } from '../../server/testing/asked-question.ts'
import { seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'
import { givenCollecting } from '../../server/testing/given/collecting.ts'
import { mailServer, type Received } from '../../server/testing/mail/mail-server.ts'

type Mails = Awaited<ReturnType<typeof mailServer>>

/** The newest mail of a kind, once it is there. */
async function arrived(mail: Mails, isIt: (mail: Received) => boolean): Promise<Received> {
  for (;;) {
    const found = (await mail.received()).findLast(isIt)
    if (found) return found
    await pause(50)
  }
}

test('what was agreed is signed on the seller’s telephone, and by link with the code from the mail', async () => {
  const house = await openHouse({ now: '2026-03-04T08:00:00Z' })
  const { world, organisation, given, visit } = house
  const mail = await mailServer()
  await givenCollecting(world, organisation).mailSettings(mail)
  const worker = await startWorker({ ...world, jobs: jobsOf(world) })
  const customerId = await given.customer({ name: 'Nordlicht GmbH', country: 'DE', language: 'de' })
  const late = { issuedOn: '2026-01-05', dueOn: '2026-02-04' }
  const invoice = await given.invoice(customerId, {
    number: '2026-1043',
    totalMinor: 4310_00,
    ...late,
  })
  await given.contact(customerId, { name: 'Claire Roux', email: 'claire.roux@example.test' })

  const { page } = await visit(
    'collector',
    `/customers/${customerId}/record?kind=acknowledgement`,
    {
      size: 'phone',
    },
  )
  await page.getByText('Nordlicht GmbH erkennt an').waitFor()
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Freeze it, to be signed' }).click()
  await page.getByRole('button', { name: 'Sign on this device' }).click()
  const pad = page.getByRole('img', { name: 'Zeichnen Sie Ihre Unterschrift' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.boundingBox()
  if (!box) throw new Error('there is no field to draw in')
  await page.mouse.move(box.x + 40, box.y + 80)
  await page.mouse.down()
  for (let at = 0; at < 20; at += 1)
    await page.mouse.move(box.x + 40 + at * 10, box.y + 60 + (at % 4) * 15)
  await page.mouse.up()
  await page.getByRole('checkbox').check()
  expect(await seriousFindings(page)).toEqual([])
  await page.getByRole('button', { name: 'Jetzt unterschreiben' }).click()
  await page.getByRole('link', { name: 'Signed document' }).waitFor()
  await page.getByRole('img', { name: 'Signature of Claire Roux' }).waitFor()

  const asker = house.as('collector')
  const draft = {
    kind: 'conversation',
    language: 'fr',
    jurisdiction: 'FR',
    signer: { name: 'Claire Roux', role: 'Gérante', address: 'claire.roux@example.test' },
    talk: { on: '2026-03-03', channel: 'visit', said: 'Deux palettes manquaient.' },
    openItemIds: [invoice.openItemId],
  }
  const url = `/customers/${customerId}`
  const { documentHash } = (await asker.post(`${url}/record-preview`, draft)).body
  const id = newId()
  await asker.post(`${url}/records`, { id, draft, documentHash })
  await asker.post(`/records/${id}/requests`, {
    name: 'Claire Roux',
    address: 'claire.roux@example.test',
  })
  const asked = await arrived(mail, hasLink)
  const link = await visit('collector', await linkIn(asked), { size: 'phone' })
  await link.page.getByLabel('Signature : saisissez votre nom complet').fill('Claire Roux')
  await link.page.getByRole('checkbox').check()
  await link.page.getByRole('button', { name: 'M’envoyer un code' }).click()
  const coded = await arrived(mail, ({ source }) => /^Subject: Votre code/m.test(source))
  const body = coded.source.slice(coded.source.indexOf('\r\n\r\n'))
  const [code = ''] = /\b\d{6}\b/.exec(body) ?? []
  await link.page.getByLabel('Code reçu par message').fill(code)
  expect(await seriousFindings(link.page)).toEqual([])
  await link.page.getByRole('button', { name: 'Signer maintenant' }).click()
  await link.page.getByText('Merci. C’est signé.').waitFor()

  // Something was wrong after all: another takes its place, begun as this one was.
  const earlier = await visit('collector', `/records/${id}`, { size: 'phone' })
  await earlier.page.getByRole('link', { name: 'Replace' }).click()
  await earlier.page.getByText('counts until this one is signed').waitFor()
  await earlier.page.getByText('Deux palettes manquaient.').last().waitFor()
  expect(await seriousFindings(earlier.page)).toEqual([])
  await earlier.page.getByRole('button', { name: 'Freeze it, to be signed' }).click()
  await earlier.page.getByRole('link', { name: 'Read the earlier one' }).click()
  await earlier.page
    .getByText('A newer record is made. Until it is signed, this one counts.')
    .waitFor()
  expect(await earlier.page.getByRole('link', { name: 'Replace' }).count()).toBe(0)
  await worker.stop()
}, 120_000)
