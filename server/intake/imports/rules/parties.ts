import { fold } from '../../tables/rules/texts.ts'

const FORMS =
  /\b(?:gmbh|mbh|ag|kg|ohg|ug|se|ltd|limited|plc|llc|inc|corp|co|sa|sas|sarl|sl|slu|bv|nv|oy|ab|as|aps|spa|srl|und|and|et|y|the|e ?k)\b/g

/** Whether two names are of one company, legal forms and punctuation aside. */
export function sameCompany(a: string, b: string): boolean {
  const [first, second] = [plain(a), plain(b)]
  return first === second || first.includes(second) || second.includes(first)
}

function plain(name: string): string {
  return fold(name).replace(FORMS, '').replace(/\s+/g, ' ').trim() || fold(name)
}
