import { parsePhoneNumber } from 'awesome-phonenumber'

/**
 * A telephone number in international form ('+49891234567'), read as somebody in the customer's
 * country would dial it. '' stays ''; null is none.
 */
export function readPhone(text: string, country: string): string | null {
  if (text.trim() === '') return ''
  const options = country === '' ? {} : { regionCode: country }
  const { valid, number } = parsePhoneNumber(text, options)
  return valid ? number.e164 : null
}
