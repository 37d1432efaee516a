import { describe, expect, test } from 'vitest'

import { recordApp } from '../../../testing/record-app.ts'
import { hasProgram, said } from '../../../testing/seals/tools.ts'

describe('an acknowledgement of debt', () => {
  test('P45 lists each invoice, carves out what is disputed, and is sealed once it is signed', async () => {
    const app = await recordApp()
    const id = await app.make()
    expect((await app.signOnDevice(id)).body).toEqual({ id })
    await app.seal(id)
    await app.sendMails()

    const record = await app.read(id)
    const text = JSON.stringify(record.document)
    expect(text).toContain('Brasserie du Port acknowledges owing Example Ltd €4,090.00')
    expect(text).toContain('€310.00 of the documents above is in dispute')
    expect(record).toMatchObject({
      state: 'signed',
      signature: { how: 'device', method: 'typed', name: 'Claire Roux', isTest: false },
      seal: { state: 'sealed_b_b', problem: null },
      restarts: [
        { number: '2026-1043', endsOn: '2029-03-04', source: '§ 212 Abs. 1 Nr. 1 BGB; § 195 BGB' },
        { number: '2026-1101', endsOn: '2029-03-04' },
      ],
    })
    const mails = await app.mail.received()
    expect(mails.map(({ to }) => to[0]?.slice(0, 11))).toEqual(['claire.roux', 'collector.0'])
    const pdf = await app.file(id)
    if (!hasProgram('pdfsig')) return
    expect(said('pdfsig', [], pdf)).toContain('Signature is Valid')
    const changed = Buffer.from(pdf)
    changed[4000] = (changed[4000] ?? 0) ^ 1
    expect(said('pdfsig', [], changed)).not.toContain('Signature is Valid')
  })

  test('is signed by a link with the code from the mail, and both sides get the file', async () => {
    const app = await recordApp()
    const id = await app.make()
    const path = await app.link(id)
    expect((await app.open(path)).body).toContain('€4,090.00')
    const done = await app.signByLink(path)
    expect(done.body).toContain('Thank you. It is signed.')
    await app.seal(id)
    await app.sendMails()
    const { audit, signature } = await app.read(id)
    expect(signature).toMatchObject({ how: 'link', method: 'typed', witness: null })
    expect(audit.map(({ name }: { name: string }) => name)).toEqual([
      'made',
      'requested',
      'link_made',
      'mail_accepted',
      'code_made',
      'signed',
      'sealed',
    ])
    expect(await app.mail.received()).toHaveLength(4)
  })
})
