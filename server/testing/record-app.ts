import { sendRecordMail } from '../collecting/desk/records/mails.ts'
import { sealRecord } from '../collecting/desk/records/seal.ts'
import { newId } from '../kernel/ids.ts'
import { linkIn } from './asked-question.ts'
import { collectingApp } from './collecting-app.ts'

type Options = {
  readonly now?: string
  readonly customerName?: string
  readonly country?: string
  readonly contactName?: string
}

const FORM = 'application/x-www-form-urlencoded'

/** A customer with two late invoices, a third of one in dispute, and what a record of it needs. */
export async function recordApp(options: Options = {}) {
  const app = await collectingApp({ now: options.now ?? '2026-03-04T08:00:00Z' })
  const { given, world, organisationId, collector } = app
  const customerId = await given.customer({
    name: options.customerName ?? 'Brasserie du Port',
    country: options.country ?? 'DE',
  })
  const late = { issuedOn: '2026-01-05', dueOn: '2026-02-04' }
  const first = await given.invoice(customerId, {
    number: '2026-1043',
    totalMinor: 4310_00,
    ...late,
  })
  const second = await given.invoice(customerId, {
    number: '2026-1101',
    totalMinor: 90_00,
    ...late,
  })
  await given.dispute(customerId, first.id, 310_00)
  await given.contact(customerId, {
    name: options.contactName ?? 'Claire Roux',
    email: 'claire.roux@example.test',
  })
  const draft = {
    kind: 'acknowledgement',
    language: 'en',
    jurisdiction: 'DE',
    signer: { name: 'Claire Roux', role: 'Managing director', address: 'claire.roux@example.test' },
    openItemIds: [first.openItemId, second.openItemId],
  }

  async function make(more: Record<string, unknown> = {}, who = collector): Promise<string> {
    const whole = { ...draft, ...more }
    const seen = await who.post(`/customers/${customerId}/record-preview`, whole)
    if (seen.status !== 200) throw new Error(`preview ${seen.status} ${JSON.stringify(seen.body)}`)
    const { documentHash } = seen.body
    const id = newId()
    const made = await who.post(`/customers/${customerId}/records`, {
      id,
      draft: whole,
      documentHash,
    })
    if (made.status !== 201) throw new Error(`made ${made.status} ${JSON.stringify(made.body)}`)
    return id
  }

  const read = async (id: string) => (await collector.get(`/records/${id}`)).body

  async function signOnDevice(id: string, more: Record<string, unknown> = {}, who = collector) {
    const { document, documentHash } = await read(id)
    const signing = { name: 'Claire Roux', role: 'Managing director', typed: 'Claire Roux' }
    const { consent } = document
    return who.post(`/records/${id}/signatures`, { ...signing, consent, documentHash, ...more })
  }

  const ask = (id: string, more: Record<string, unknown> = {}) =>
    collector.post(`/records/${id}/requests`, {
      name: 'Claire Roux',
      address: 'claire.roux@example.test',
      ...more,
    })

  /** Does the mails that wait, as their jobs would. */
  async function sendMails(): Promise<void> {
    const waiting = await given.within((tx) =>
      tx
        .selectFrom('recordMails')
        .select('id')
        .where('delivery', '=', 'waiting')
        .orderBy('id')
        .execute(),
    )
    for (const { id: mailId } of waiting) await sendRecordMail(world, { organisationId, mailId })
  }

  /** Asks for a signature by link; the path that is in the mail alone. */
  async function link(id: string): Promise<string> {
    const asked = await ask(id)
    if (asked.status !== 201) throw new Error(`asked ${asked.status} ${JSON.stringify(asked.body)}`)
    await sendMails()
    return linkIn((await app.mail.received()).at(-1))
  }

  const open = (path: string, headers: Record<string, string> = {}) =>
    app.app.inject({ method: 'GET', url: path, headers })
  const submit = (path: string, form: Record<string, string>, headers = {}) =>
    app.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': FORM, 'user-agent': 'An old phone', ...headers },
      payload: new URLSearchParams(form).toString(),
    })

  /** Has the one-time code sent and reads it from the mail. */
  async function code(path: string): Promise<string> {
    await submit(path, { do: 'code' })
    const { source = '' } = (await app.mail.received()).at(-1) ?? {}
    return /\b(\d{6})\b/.exec(source.slice(source.indexOf('\r\n\r\n')))?.[1] ?? ''
  }

  async function signByLink(path: string, more: Record<string, string> = {}) {
    const form = { do: 'sign', name: 'Claire Roux', role: 'Director', typed: 'Claire Roux' }
    return submit(path, { ...form, consent: 'yes', code: await code(path), ...more })
  }

  return {
    ...app,
    customerId,
    first,
    second,
    draft,
    make,
    read,
    signOnDevice,
    ask,
    link,
    open,
    submit,
    code,
    signByLink,
    sendMails,
    seal: (id: string) => sealRecord(world, { organisationId, recordId: id }),
    file: async (id: string) => (await collector.get(`/records/${id}/file`)).bytes,
  }
}
