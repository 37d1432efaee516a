import type { Instant } from '../../kernel/day.ts'

export type LinkPurpose =
  | 'answer_dispute'
  | 'sign_record'
  | 'decide_approval'
  | 'log_outcome'
  | 'take_ball'

/** A link as the room that acts on it knows it: everything but its token. */
export type Link = {
  readonly id: string
  readonly organisationId: string
  readonly purpose: LinkPurpose
  readonly subject: { readonly kind: string; readonly id: string }
  readonly customerId: string | null
  readonly personId: string | null
  readonly recipient: { readonly name: string; readonly address: string }
  readonly language: 'en' | 'de' | 'fr' | 'es'
  readonly needsCode: boolean
  readonly createdBy: string | null
  readonly expiresAt: Instant
}

export const WRONG_CODES_ALLOWED = 5
export const CODE_SECONDS = 10 * 60

type Lasting = {
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
  readonly uses: number
  readonly maxUses: number
  readonly codeAttempts: number
}

/** Why a link no longer opens; null while it does. It ends at the very instant that it expires. */
export function refusalOf(link: Lasting, now: Instant) {
  if (link.revokedAt !== null) return 'link_revoked'
  if (link.codeAttempts >= WRONG_CODES_ALLOWED) return 'link_closed'
  if (link.uses >= link.maxUses) return 'link_used'
  return now >= link.expiresAt ? 'link_expired' : null
}

type CodeAsked = {
  readonly codeHash: string | null
  readonly codeExpiresAt: Instant | null
}

/** Whether a code is the one that was sent and still counts. No code at all is no attempt. */
export function codeVerdictOf(
  { codeHash, codeExpiresAt }: CodeAsked,
  given: { readonly hash: string; readonly isEmpty: boolean },
  now: Instant,
) {
  if (given.isEmpty) return 'code_missing'
  if (codeHash === null || codeExpiresAt === null || now >= codeExpiresAt) return 'code_expired'
  return given.hash === codeHash ? 'right' : 'code_wrong'
}
