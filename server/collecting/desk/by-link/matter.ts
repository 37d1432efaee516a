import type { LinkPurpose, Reader } from '../../../access/index.ts'
import type { Instant } from '../../../kernel/day.ts'
import type { Desk } from '../common/desk.ts'

/** What a mail says that can be answered from the mail, and what its link is for. */
export type Matter = {
  readonly purpose: LinkPurpose
  readonly subject: { readonly kind: string; readonly id: string }
  readonly expiresAt: Instant
  readonly maxUses?: number
  readonly title: string
  readonly text: string
  readonly facts: readonly (readonly [name: string, value: string])[]
  readonly quote: string
  readonly button: string
  readonly smallPrint: string
}

export type Inviting = {
  readonly organisationId: string
  readonly event: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly customerId: string
  readonly reader: Reader
}

export type Invite = (desk: Desk, about: Inviting) => Promise<Matter | 'over'>
