import { Refusal } from '../../kernel/refusal.ts'

/** The address to post to: https, no sign-in in it, and on no forbidden host. Refused otherwise. */
export function readAddress(text: string): URL {
  if (!URL.canParse(text)) throw new Refusal('invalid', 'webhook_wrong_address')
  const url = new URL(text)
  if (url.protocol !== 'https:') throw new Refusal('invalid', 'webhook_not_https')
  if (url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new Refusal('invalid', 'webhook_wrong_address')
  }
  return url
}
