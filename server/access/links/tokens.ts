import { randomBytes, randomInt } from 'node:crypto'

const ORGANISATION_BYTES = 16
const SECRET_BYTES = 32
const TOKEN = /^[A-Za-z0-9_-]{64}$/

/** A token: whose keys to look it up with, and 256 bits that nobody guesses. */
export function newToken(organisationId: string): string {
  const organisation = Buffer.from(organisationId.replaceAll('-', ''), 'hex')
  return Buffer.concat([organisation, randomBytes(SECRET_BYTES)]).toString('base64url')
}

/** The organisation that a token names; null for what is no token. */
export function organisationIn(token: string): string | null {
  if (!TOKEN.test(token)) return null
  const hex = Buffer.from(token, 'base64url').subarray(0, ORGANISATION_BYTES).toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Six digits, each as likely as any other. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}
