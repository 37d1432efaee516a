import type { Playbook, Segment } from './content.ts'

export type SegmentFacts = {
  readonly segment: 'commercial' | 'consumer'
  readonly country: string
  readonly tags: readonly string[]
  readonly legalForm: string
  readonly ownerId: string | null
  readonly ownerTeamId: string | null
  readonly legalEntityId: string
  readonly termsDays: number
  /** Σ of what is open and positive, by currency. */
  readonly owed: ReadonlyMap<string, number>
}

export type Chosen = {
  readonly playbook: Playbook
  readonly because: 'chosen' | 'segment' | 'fallback'
}

/** Whether a customer meets every condition of a segment. */
export function isInSegment(segment: Segment, customer: SegmentFacts): boolean {
  const { countries, tags, legalForms, ownerIds, teamIds, legalEntityIds } = segment
  if (segment.segment !== null && segment.segment !== customer.segment) return false
  if (countries.length > 0 && !countries.includes(customer.country)) return false
  if (tags.length > 0 && !tags.some((tag) => customer.tags.includes(tag))) return false
  if (legalForms.length > 0 && !legalForms.includes(customer.legalForm)) return false
  if (ownerIds.length > 0 && !ownerIds.includes(customer.ownerId ?? '')) return false
  if (teamIds.length > 0 && !teamIds.includes(customer.ownerTeamId ?? '')) return false
  if (legalEntityIds.length > 0 && !legalEntityIds.includes(customer.legalEntityId)) return false
  return owesAsAsked(segment, customer) && hasTermsAsAsked(segment, customer)
}

function owesAsAsked({ owedAtLeast, owedAtMost }: Segment, { owed }: SegmentFacts): boolean {
  const least = Object.entries(owedAtLeast)
  const isEnough =
    least.length === 0 || least.some(([currency, minor]) => (owed.get(currency) ?? 0) >= minor)
  return (
    isEnough &&
    Object.entries(owedAtMost).every(([currency, minor]) => (owed.get(currency) ?? 0) <= minor)
  )
}

function hasTermsAsAsked(
  { termsDaysAtLeast, termsDaysAtMost }: Segment,
  { termsDays }: SegmentFacts,
): boolean {
  return termsDays >= (termsDaysAtLeast ?? 0) && termsDays <= (termsDaysAtMost ?? Infinity)
}

/** How many conditions a segment sets: the playbook with most of them wins. */
export function specificityOf(segment: Segment): number {
  const conditions = [
    segment.segment !== null,
    segment.countries.length > 0,
    segment.tags.length > 0,
    segment.legalForms.length > 0,
    segment.ownerIds.length > 0,
    segment.teamIds.length > 0,
    segment.legalEntityIds.length > 0,
    Object.keys({ ...segment.owedAtLeast, ...segment.owedAtMost }).length > 0,
    segment.termsDaysAtLeast !== null || segment.termsDaysAtMost !== null,
  ]
  return conditions.filter(Boolean).length
}

/** Playbooks in the order in which they win; the same playbooks always give the same order. */
export function inWinningOrder(playbooks: readonly Playbook[]): Playbook[] {
  return playbooks.toSorted(
    (a, b) =>
      specificityOf(b.content.segment) - specificityOf(a.content.segment) ||
      b.content.priority - a.content.priority ||
      compare(a.createdAt, b.createdAt) ||
      compare(a.id, b.id),
  )
}

/** The playbook of a customer: the one chosen for them, else the first that matches. */
export function playbookOf(
  customer: SegmentFacts & { readonly playbookId: string | null },
  inOrder: readonly Playbook[],
): Chosen | null {
  const chosen = inOrder.find(({ id }) => id === customer.playbookId)
  if (chosen) return { playbook: chosen, because: 'chosen' }
  const playbook = inOrder.find(({ content }) => isInSegment(content.segment, customer))
  if (!playbook) return null
  const isFallback = specificityOf(playbook.content.segment) === 0
  return { playbook, because: isFallback ? 'fallback' : 'segment' }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
