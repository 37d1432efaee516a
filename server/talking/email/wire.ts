import { Transform } from 'node:stream'

/** What would have to be changed on the way: a bare CR or LF, and a dot that begins a line. */
const NOT_AS_IT_STANDS = /\r(?!\n)|(?<!\r)\n|\n\.|^\./
const LINE_END = 2

/**
 * Lets a message go. What is already as SMTP wants it is handed on whole; looking at its every byte, as
 * nodemailer does, would cost more than all the rest of sending.
 */
export function letGo(content: Buffer, wire: NodeJS.WritableStream): void {
  if (wire instanceof Transform && standsAsItIs(content)) {
    // The wire ends what it is given with a line end and the dot.
    wire.push(content.subarray(0, -LINE_END))
    wire.end()
  } else {
    wire.end(content)
  }
}

/** True of content that needs neither line ends put right nor dots doubled (RFC 5321 §4.5.2). */
export function standsAsItIs(content: Buffer): boolean {
  const text = content.toString('latin1')
  return text.endsWith('\r\n') && !NOT_AS_IT_STANDS.test(text)
}
