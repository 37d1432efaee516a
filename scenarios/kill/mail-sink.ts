// A real mail server in a process of its own that writes down every message which it has taken, before
// it says so: "recipient Message-ID" a line. Prints its port once it listens.
import { appendFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'

import { SMTPServer } from 'smtp-server'

const [, , record = ''] = process.argv
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  disableReverseLookup: true,
  onData(stream, session, done) {
    const keep = (content: Buffer) => {
      const [, id = ''] = /^Message-ID: (.*)$/im.exec(content.toString('latin1')) ?? []
      const to = session.envelope.rcptTo.map(({ address }) => address).join(',')
      appendFileSync(record, `${to} ${id.trim()}\n`)
      done(null, 'kept')
    }
    // A sender that is killed in the midst of a message has not delivered it.
    buffer(stream).then(keep, () => {})
  },
})
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  if (address && typeof address === 'object') process.send?.(address.port)
})
