import { sealRecord } from '../../collecting/desk/records/seal.ts'
import { addDays, day, dayIn } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { collectingApp } from '../collecting-app.ts'
import type { Reply } from '../test-app.ts'

type App = Awaited<ReturnType<typeof collectingApp>>

type Fields = {
  readonly ownerId: string
  /** Stands in every name and every word that is written. */
  readonly word: string
  /** Of two invoices each; what comes off it is small. */
  readonly totalMinor: number
}

/**
 * Two customers of a seller with something of every kind that a desk knows: invoices, disputes and
 * questions, promises, a plan beyond the mandate, a ball, words, papers, records, a meeting.
 */
export async function givenDossier(app: App, fields: Fields) {
  const { given } = app
  const { ownerId, word } = fields
  const whose = { ownerId, tags: [`${word}-tag`] }
  const id = await given.customer({ name: `${word} Werke`, number: `${word}-C`, ...whose })
  await given.contact(id, { name: `${word} Person`, email: `${word.toLowerCase()}@customer.test` })
  const { first, second } = await givenDebts(app, id, fields)
  await agree(app, id, { ...fields, openItemId: first.openItemId })
  await dispute(app, { ...fields, receivableId: second.id })
  await speak(app, id, fields)
  await write(app, id, { ...fields, openItemId: first.openItemId })

  const other = await given.customer({ name: `${word} Zwei`, number: `${word}-D`, ownerId })
  await given.contact(other, { email: `${word.toLowerCase()}.two@customer.test` })
  const plain = { number: `${word}-3`, totalMinor: 90_00, sellerId: ownerId, ...late(app, 5) }
  const third = await given.invoice(other, plain)
  const items = [first, second, third].flatMap((one) => [one.id, one.openItemId])
  return { id, other, ids: [id, other, ...items] }
}

async function givenDebts(app: App, id: string, fields: Fields) {
  const { given } = app
  const { word, totalMinor, ownerId: sellerId } = fields
  const owed = { totalMinor, sellerId }
  const first = await given.invoice(id, { number: `${word}-1`, ...owed, ...late(app, 20) })
  const second = await given.invoice(id, { number: `${word}-2`, ...owed, ...late(app, 5) })
  await given.promise(id, first.openItemId, addDays(todayOf(app), 16))
  await given.hold(id, { receivableId: second.id, days: 20 })
  await given.reply(id)
  await given.payment(id, { amountMinor: 1_00, openItemId: first.openItemId })
  const paper = Buffer.from(`%PDF-1.7 ${word}`)
  await given.evidence(id, { receivableId: first.id, name: `${word}.pdf`, bytes: paper })
  await given.calendar(sellerId, id, addDays(todayOf(app), 1))
  return { first, second }
}

type OfItem = Fields & { readonly openItemId: string }

/** A plan that goes beyond the mandate and waits, and more room for this customer. */
async function agree(app: App, id: string, { ownerId, openItemId, word }: OfItem): Promise<void> {
  const dueOn = addDays(todayOf(app), 80)
  const plan = { currency: 'EUR', items: [{ openItemId, minor: 5_00 }], note: `${word} asks` }
  const seller = app.as(ownerId)
  await done(
    seller.post(`/customers/${id}/plans`, { ...plan, instalments: [{ dueOn, minor: 5_00 }] }),
  )
  const room = {
    personId: ownerId,
    currency: 'EUR',
    longestExtensionDays: 20,
    mostInstalments: 4,
    smallestFirstPaymentPercent: 10,
    largestDiscountBasisPoints: 0,
    waivesCharges: false,
    expiresOn: addDays(todayOf(app), 30),
  }
  await done(app.as('credit_manager').post(`/customers/${id}/mandates`, room))
}

type OfInvoice = Fields & { readonly receivableId: string }

async function dispute(app: App, { ownerId, receivableId, word }: OfInvoice): Promise<void> {
  const about = { reason: 'quality', note: `${word} is broken` }
  const opened = await done(app.as(ownerId).post(`/receivables/${receivableId}/disputes`, about))
  const question = {
    department: 'logistics',
    email: 'stock@ours.test',
    question: `Who delivered to ${word}?`,
    language: 'en',
    answerBy: addDays(todayOf(app), 3),
  }
  await done(app.as(ownerId).post(`/disputes/${opened.body.id}/questions`, question))
}

/** Who spoke with them, what was said of it, and what is to be done. */
async function speak(app: App, id: string, { ownerId, word }: Fields): Promise<void> {
  const at = `/customers/${id}`
  await done(
    app.as('collector').post(`${at}/tasks`, { kind: 'call', dueOn: addDays(todayOf(app), 1) }),
  )
  await done(app.as('collector').post(`${at}/comments`, { body: `${word}!`, mentions: [ownerId] }))
  await done(app.as(ownerId).post(`${at}/ball/taking`, {}))
  const outcome = {
    id: newId(),
    happenedAt: app.world.clock(),
    said: `${word} said so`,
    keepsBall: true,
    result: { kind: 'other' },
  }
  await done(app.as(ownerId).post(`${at}/outcomes`, outcome))
}

/** A record that the customer signed on the seller's device, sealed. */
async function write(app: App, id: string, { ownerId, word, openItemId }: OfItem): Promise<void> {
  const draft = {
    kind: 'acknowledgement',
    language: 'en',
    jurisdiction: 'DE',
    signer: { name: `${word} Person`, role: 'Owner', address: 'signer@customer.test' },
    openItemIds: [openItemId],
  }
  const seller = app.as(ownerId)
  const seen = await done(seller.post(`/customers/${id}/record-preview`, draft))
  const { documentHash } = seen.body
  const record = { id: newId(), draft, documentHash }
  await done(seller.post(`/customers/${id}/records`, record))
  const { consent } = seen.body.document
  const signing = { name: `${word} Person`, role: 'Owner', typed: `${word} Person` }
  const signature = { ...signing, consent, documentHash }
  await done(seller.post(`/records/${record.id}/signatures`, signature))
  await sealRecord(app.world, { organisationId: app.organisation, recordId: record.id })
}

async function done(asked: Promise<Reply>): Promise<Reply> {
  const reply = await asked
  if (reply.status >= 300) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
  return reply
}

function todayOf({ world }: Pick<App, 'world'>) {
  return dayIn('Europe/Berlin', world.clock())
}

function late(app: Pick<App, 'world'>, days: number) {
  const dueOn = addDays(day(todayOf(app)), -days)
  return { dueOn, issuedOn: addDays(dueOn, -30) }
}
