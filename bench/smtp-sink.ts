// A mail server that takes everything and keeps nothing. Started as a process of its own, so that
// it does not share a core's time with the sender's event loop. Prints its port once it listens.
import { SMTPServer } from 'smtp-server'

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  logger: false,
  onData(stream, _session, done) {
    stream.resume()
    stream.once('end', () => done())
  },
})
// A sender that closes an idle connection without waiting for the goodbye.
server.on('error', () => {})
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  if (address && typeof address === 'object') console.log(address.port)
})
process.once('SIGTERM', () => server.close(() => process.exit(0)))
