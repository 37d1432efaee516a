import { once } from 'node:events'
import { chmod, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'

import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'

import { connect } from '../database/database.ts'
import { commandLine } from '../testing/command-line.ts'
import { mailServer } from '../testing/mail/mail-server.ts'

const NOW = '2026-03-04T08:00:00Z'

const HEADINGS =
  'Customer no;Customer name;E-mail;Invoice no;Invoice date;Due date;Total;Open amount;Currency'
const GOOD = [
  HEADINGS,
  'K1;Alpha GmbH;ap@alpha.example;R1;05.01.2026;26.02.2026;1.190,00;1.190,00;EUR',
  'K1;Alpha GmbH;ap@alpha.example;R2;25.02.2026;25.03.2026;238,00;100,00;EUR',
  'K2;Beta AG;;R3;26.11.2025;25.12.2025;50,00;50,00;EUR',
].join('\n')
const BAD = [HEADINGS, 'K3;Gamma SE;;R9;05.01.2026;31.02.2026;12,00;12,00;EUR'].join('\n')

type CommandLine = Awaited<ReturnType<typeof commandLine>>

async function company(line: CommandLine): Promise<void> {
  const where = ['--country', 'DE', '--currency', 'EUR', '--time-zone', 'Europe/Berlin']
  const made = await line.json('organisation', 'create', 'Nordwind Söhne', ...where)
  expect(made).toMatchObject({ slug: 'nordwind-soehne', testMode: true })
}

const ANNA = ['--email', 'anna@nordwind.example', '--name', 'Anna Berg', '--role', 'administrator']

test(
  'an operator sets up a company, fills its ledger and sends its run',
  { timeout: 300_000 },
  async () => {
    const line = await commandLine({ now: NOW })
    await company(line)

    const weak = await line.run(['user', 'create', ...ANNA, '--password-stdin'], {}, 'anna\n')
    expect(weak).toMatchObject({ code: 2, err: expect.stringContaining('weak password') })
    const password = 'a long walk on the beach\n'
    const anna = await line.run(['user', 'create', ...ANNA, '--password-stdin'], {}, password)
    expect(anna).toMatchObject({
      code: 0,
      out: expect.stringContaining('Anna Berg is a member now'),
    })

    const good = await line.file('ledger.csv', GOOD)
    const looked = await line.json('import', good, '--kind', 'receivables', '--dry-run')
    expect(looked).toMatchObject({ state: 'cancelled', isTaken: false, errors: 0 })
    const taken = await line.json('import', good, '--kind', 'receivables')
    expect(taken).toMatchObject({ file: good, isTaken: true, rowCount: 3, findings: [] })
    expect(taken.difference.open).toEqual([
      { before: { minor: 0, currency: 'EUR' }, after: { minor: 1_340_00, currency: 'EUR' } },
    ])
    const bad = await line.run(['import', await line.file('bad.csv', BAD), '--kind', 'receivables'])
    expect(bad.code).toBe(2)
    expect(bad.out).toMatch(/nothing was taken: 1 errors.*\n.*line 2, Due date, "31\.02\.2026"/s)

    const ageing = await line.json('ageing')
    expect(ageing).toMatchObject({ entities: [{ today: '2026-03-04' }] })
    expect(ageing.currencies[0]).toMatchObject({ notDue: '100.00', balance: '1340.00' })
    const past = await line.run(['ageing', '--as-of', '2026-02-01'])
    expect(past.out).toMatch(/nordwind-soehne, 2026-02-01\n.*31–60 days +50\.00 EUR/s)

    await sendRuns(line)

    const { organisations } = await line.json('audit', 'verify')
    expect(organisations).toMatchObject([{ organisation: 'nordwind-soehne', isIntact: true }])
  },
)

async function sendRuns(line: CommandLine): Promise<void> {
  const mail = await mailServer()
  const owner = connect(line.ownerUrl, { as: 'owner', connections: 1 })
  onTestFinished(() => owner.destroy())
  await sql`insert into mail_settings (organisation_id, host, port, security, from_address,
      message_domain, messages_per_minute, connections, test_mailbox, updated_at)
    select id, '127.0.0.1', ${mail.port}, 'none', 'accounts@nordwind.example', 'nordwind.example',
      1000, 2, '', ${NOW} from organisations`.execute(owner)

  const rehearsed = await line.json('run', '--rehearse', '--day', '2026-03-05')
  expect(rehearsed.runs).toMatchObject([{ state: 'rehearsed', onDay: '2026-03-05' }])
  expect(await mail.received()).toEqual([])

  const sent = await line.json(
    'run',
    '--send',
    '--as',
    'anna@nordwind.example',
    '--even-if-unusual',
  )
  expect(sent.runs).toMatchObject([{ state: 'sent', onDay: '2026-03-04' }])
  const received = await mail.received()
  expect(received.length).toBeGreaterThan(0)
  expect(received.length).toBe(sent.runs[0].progress.accepted)
  expect(new Set(received.flatMap(({ to }) => to))).toEqual(new Set(['anna@nordwind.example']))
  const again = await line.json('run', '--send', '--as', 'anna@nordwind.example')
  expect(again.runs[0].runId).toBe(sent.runs[0].runId)
  expect(await mail.received()).toHaveLength(received.length)
}

describe('what cannot be done is said in a sentence, with exit code 2', () => {
  test('in an installation without an organisation, and words that mean nothing', async () => {
    const line = await commandLine({ now: NOW })
    const said = async (args: string[], more = {}) => {
      const { code, out, err } = await line.run(args, more)
      return `${code}: ${out}${err}`.trim()
    }
    expect(await said(['ageing'])).toContain('2: There is no organisation yet')
    expect(await said(['ageing', '--as-of', '31.3.2026'])).toContain('2: There is no day')
    expect(await said(['import', 'gone.csv'])).toBe('2: There is no file "gone.csv".')
    expect(await said(['inspect', 'gone.csv'])).toMatch(/^2: /)
    expect(await said(['frobnicate'])).toContain("2: error: unknown command 'frobnicate'")
    expect(await said(['run', '--send', '--rehearse'])).toContain('2: Either --rehearse or --send')
    expect(await said(['demo', 'remove'])).toBe('0: The demo company is gone.')
    expect(JSON.parse((await line.run(['ageing', '--json'])).out)).toHaveProperty('error')
  })

  test.each([
    ['no server', 'postgres://a:secret@127.0.0.1:1/b', 'No PostgreSQL answers at 127.0.0.1:1'],
    ['no address', 'hello', 'DATABASE_URL must be an address like'],
  ])('where DATABASE_URL leads to %s', async (_what, DATABASE_URL, sentence) => {
    const line = await commandLine({ now: NOW })
    const { code, out, err } = await line.run(['ageing'], { DATABASE_URL })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(sentence)
    expect(err).not.toMatch(/secret|\n.*\n/)
  })

  test('where DATABASE_URL names a database that is not there', async () => {
    const line = await commandLine({ now: NOW })
    const url = new URL(line.ownerUrl)
    url.pathname = 'nowhere'
    const { code, err } = await line.run(['ageing'], { DATABASE_URL: url.href })
    expect(code).toBe(2)
    expect(err).toContain('has no database "nowhere". Make it')
  })

  test('where the home folder is a file, or belongs to somebody else', async () => {
    const line = await commandLine({ now: NOW })
    const GOODTERMS_HOME = await line.file('file', '')
    const { code, err } = await line.run(['ageing'], { GOODTERMS_HOME })
    expect(code).toBe(2)
    expect(err).toMatch(
      /that is a file, not a folder\. Choose another folder in GOODTERMS_HOME\.\n$/,
    )
    if (process.getuid?.() === 0) return
    const closed = join(line.home, 'closed')
    await mkdir(closed)
    await chmod(closed, 0o500)
    const refused = await line.run(['ageing'], { GOODTERMS_HOME: closed })
    expect(refused.err).toContain('this user may not write there')
  })

  test('where another program has the port', async () => {
    const line = await commandLine({ now: NOW })
    const other = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, out, err } = await line.run(['serve'], { GOODTERMS_PORT: String(port) })
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe(
      `Port ${port} is taken by another program; choose another one in GOODTERMS_PORT.\n`,
    )
  })
})

test('every command is named in the help, and says what it does and takes', async () => {
  const line = await commandLine({ now: NOW })
  const { code, out } = await line.run(['--help'])
  expect(code).toBe(0)
  const commands = [...out.matchAll(/^ {2}([a-z]+) .*[a-z]{3}/gm)].map(([, name]) => name)
  expect(commands).toEqual(
    expect.arrayContaining(['serve', 'web', 'worker', 'migrate', 'ageing', 'run', 'import']),
  )
  const help = await line.run(['run', '--help'])
  expect(help.out).toMatch(/--rehearse.*--day <day>.*--send.*--json/s)
})

test('a server lives in the time of its trial clock, stops at Ctrl-C and leaves a sealed history', async () => {
  const line = await commandLine({ now: '2027-12-31T22:30:00Z' })
  await company(line)
  const password = 'a long walk on the beach\n'
  await line.run(['user', 'create', ...ANNA, '--password-stdin'], {}, password)
  const { entities } = await line.json('ageing')
  expect(entities).toEqual([{ entity: '1', today: '2027-12-31' }])

  const port = 20_000 + (process.pid % 20_000)
  const server = line.begin(['serve'], { GOODTERMS_PORT: String(port) })
  await expect.poll(server.said, { timeout: 60_000 }).toContain('Goodterms is ready')
  expect(server.said()).toContain('Trial clock: it is 2027-12-31T22:3')
  const signedIn = await fetch(`http://127.0.0.1:${port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-goodterms': 'test' },
    body: JSON.stringify({ email: 'anna@nordwind.example', password: password.trim() }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const me = await fetch(`http://127.0.0.1:${port}/api/me`, { headers: { cookie } })
  expect(await me.json()).toMatchObject({ hasTrialClock: true })

  const owner = connect(line.ownerUrl, { as: 'owner', connections: 1 })
  onTestFinished(() => owner.destroy())
  const sealed = () => sql`select from event_seals`.execute(owner).then(({ rows }) => rows.length)
  await expect.poll(sealed, { timeout: 60_000 }).toBeGreaterThan(0)

  server.stop('SIGINT')
  const { code, out, err } = await server.ended
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toMatch(/Goodterms is stopping …\n$/)

  const seal = "update event_seals set hash = decode(repeat('00', 32), 'hex') where sequence = 1"
  await sql.raw(`set session_replication_role = replica; ${seal}`).execute(owner)
  const verified = await line.run(['audit', 'verify'])
  expect(verified).toMatchObject({ code: 3, out: expect.stringContaining('BROKEN. Number 1 ') })
})
