import { addSeconds, type Instant } from '../../kernel/day.ts'

export type KeyState = 'not_made' | 'ready' | 'ends_soon' | 'ended' | 'not_yet_valid'

type KeyFacts = {
  readonly kind: 'self_made' | 'own'
  readonly validFrom: Instant
  readonly validUntil: Instant
  readonly createdAt: Instant
}

const DAY_SECONDS = 86_400
export const ENDS_SOON_DAYS = 30
/** A certificate of ours is good for ten years and seals for two: what it sealed stays checkable. */
export const VALID_DAYS = 3_652
export const IN_USE_DAYS = 730

/** Whether a key can seal now. */
export function keyStateOf(
  key: Omit<KeyFacts, 'kind' | 'createdAt'> | null,
  now: Instant,
): KeyState {
  if (!key) return 'not_made'
  if (now < key.validFrom) return 'not_yet_valid'
  if (now > key.validUntil) return 'ended'
  return addSeconds(now, ENDS_SOON_DAYS * DAY_SECONDS) > key.validUntil ? 'ends_soon' : 'ready'
}

/** A certificate that somebody else issued is never replaced by itself. */
export function isRenewalDue({ kind, createdAt }: KeyFacts, now: Instant): boolean {
  return kind === 'self_made' && addSeconds(createdAt, IN_USE_DAYS * DAY_SECONDS) <= now
}

export function validityFrom(now: Instant): { from: Instant; until: Instant } {
  return { from: now, until: addSeconds(now, VALID_DAYS * DAY_SECONDS) }
}

type Suitability = {
  readonly validFrom: Instant
  readonly validUntil: Instant
  readonly keyUsage: { readonly signs: boolean; readonly commits: boolean } | null
  readonly keyType: string
  readonly keyBits: number
}

export type Unsuited =
  | 'certificate_ended'
  | 'certificate_not_yet_valid'
  | 'certificate_cannot_sign'
  | 'key_too_weak'

/** Why a certificate that somebody brings cannot seal; null when it can. */
export function unsuitedOf(certificate: Suitability, now: Instant): Unsuited | null {
  if (now > certificate.validUntil) return 'certificate_ended'
  if (now < certificate.validFrom) return 'certificate_not_yet_valid'
  const { keyUsage, keyType, keyBits } = certificate
  if (keyUsage && !keyUsage.signs && !keyUsage.commits) return 'certificate_cannot_sign'
  const isStrong = (keyType === 'rsa' && keyBits >= 2048) || (keyType === 'ec' && keyBits >= 256)
  return isStrong ? null : 'key_too_weak'
}
