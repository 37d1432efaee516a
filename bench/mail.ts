import { createTransport } from 'nodemailer'

import { addDays } from '../server/kernel/day.ts'
import { closeTalking, deliver, statementCurrency, statementPdf } from '../server/talking/index.ts'
import { startChild } from './child.ts'
import { putOrganisation, type Ground } from './ground.ts'
import { print, timed } from './print.ts'

const MAILS = 600
const CONNECTIONS = 5

/** Reminders with a statement made for each, beside bare pooled nodemailer with one ready-made PDF. */
export async function measureMail(ground: Ground): Promise<void> {
  const sink = await startChild('smtp-sink.ts')
  const port = Number(sink.firstLine)
  try {
    const { organisationId } = await putOrganisation(ground, 'mail')
    await ground.owner.query(
      `insert into mail_settings (organisation_id, host, port, security, from_address,
         message_domain, connections, messages_per_minute, updated_at)
       values ($1, '127.0.0.1', $2, 'none', 'ar@bench.example', 'bench.example', $3, 100000, now())`,
      [organisationId, port, CONNECTIONS],
    )
    const snapshot = snapshotOf(ground)
    const ready = await statementPdf(snapshot, 'en')
    const bare = await bareRate(port, ready)
    await reminders(ground, organisationId, 20)
    const sending = await timed(() => reminders(ground, organisationId, MAILS + 1, ready))
    print({
      figure: 'reminders_with_ready_statement',
      value: (MAILS + 1) / (sending / 1000),
      unit: 'mails/s',
      reference: { what: 'bare pooled nodemailer, the same PDF ready-made', value: bare },
    })
    const took = await timed(() => reminders(ground, organisationId, MAILS))
    print({
      figure: 'reminders_with_statement',
      value: MAILS / (took / 1000),
      unit: 'mails/s',
      reference: { what: 'bare pooled nodemailer, the same PDF ready-made', value: bare },
      aim: '≥ 0.6 of bare',
      detail: { pdfKilobytes: Math.round(ready.length / 1024), connections: CONNECTIONS },
    })
    const rendered = await timed(() =>
      inTurns(200, async () => void (await statementPdf(snapshot, 'en'))),
    )
    print({ figure: 'statements_made', value: 200 / (rendered / 1000), unit: 'PDFs/s' })
  } finally {
    await closeTalking()
    await sink.stop()
  }
}

async function bareRate(port: number, pdf: Buffer): Promise<number> {
  const transport = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    maxConnections: CONNECTIONS,
    ignoreTLS: true,
  })
  const one = (n: number) =>
    transport.sendMail({
      from: 'ar@bench.example',
      to: `customer${n}@bench.example`,
      subject: `Reminder ${n}`,
      text: 'Please pay.',
      html: '<p>Please pay.</p>',
      attachments: [{ filename: 'statement.pdf', content: pdf }],
    })
  await one(0)
  const took = await timed(() => inTurns(MAILS, async (n) => void (await one(n))))
  transport.close()
  return MAILS / (took / 1000)
}

function reminders(ground: Ground, organisationId: string, count: number, ready?: Buffer) {
  const { world } = ground
  return inTurns(count, async (n) => {
    const pdf = ready ?? (await statementPdf(snapshotOf(ground), 'en'))
    const delivery = await deliver(world, organisationId, {
      messageId: `<${n}.${count}@bench.example>`,
      at: world.clock(),
      senderName: 'Collector',
      language: 'en',
      replyTo: null,
      to: [{ name: 'Customer', address: `customer${n}@bench.example` }],
      subject: `Reminder ${n}`,
      text: 'Please pay.',
      html: '<p>Please pay.</p>',
      attachments: [{ name: 'statement.pdf', mediaType: 'application/pdf', content: pdf }],
    })
    if (delivery.kind !== 'accepted') throw new Error(`not accepted: ${JSON.stringify(delivery)}`)
  })
}

/** Does some work so many times, ten at once. */
async function inTurns(count: number, work: (turn: number) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < count) await work((next += 1))
  }
  await Promise.all(Array.from({ length: 10 }, lane))
}

function snapshotOf({ today, world }: Ground) {
  const items = Array.from({ length: 6 }, (_, n) => ({
    openItemId: `00000000-0000-7000-8000-00000000000${n}`,
    number: `2026-10${n}`,
    kind: 'invoice' as const,
    issuedOn: addDays(today, -60 - n),
    dueOn: addDays(today, -30 - n),
    totalMinor: 1_190_00 + n,
    paidMinor: n === 0 ? 190_00 : 0,
    openMinor: n === 0 ? 1_000_00 : 1_190_00 + n,
    disputedMinor: 0,
    purchaseOrder: '',
    isConcerned: true,
  }))
  return {
    asOf: today,
    ledgerSyncedAt: world.clock(),
    paymentsConsideredUntil: today,
    entity: {
      name: 'Bench Ltd',
      address: '1 Main Street\n10115 Berlin',
      vatId: 'DE123456789',
      paymentDetails: 'Bench Bank',
      iban: 'DE02120300000000202051',
      country: 'DE',
      timeZone: 'Europe/Berlin',
    },
    customer: { number: 'C1', name: 'Customer Ltd', address: '2 Side Street', country: 'DE' },
    recipient: { name: 'Ada Example' },
    sender: { name: 'Collector', title: 'Accounts', phone: '', email: 'ar@bench.example' },
    currencies: [statementCurrency('EUR', items, 0, today)],
  }
}
