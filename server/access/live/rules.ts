/** What the database tells about a transaction that has committed: kinds of things, never the things. */
export type Notice = {
  readonly organisationId: string
  readonly names: readonly string[]
  /** The customer concerned, when it is exactly one. */
  readonly customerId: string | null
}

export type Change = Pick<Notice, 'names' | 'customerId'>

/** The text of a notification as a notice; null for what is none. */
export function noticeOf(text: string): Notice | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { organisationId, names, customerId } = value as Partial<Record<keyof Notice, unknown>>
  if (typeof organisationId !== 'string' || !Array.isArray(names)) return null
  return {
    organisationId,
    names: names.filter((name): name is string => typeof name === 'string'),
    customerId: typeof customerId === 'string' ? customerId : null,
  }
}

/** Two changes told as one: every name, and the customer if both are about the same. */
export function merged(a: Change | null, b: Change): Change {
  if (!a) return b
  return {
    names: [...new Set([...a.names, ...b.names])],
    customerId: a.customerId === b.customerId ? a.customerId : null,
  }
}

/** Whether something may have changed about who may see what: streams begin afresh after it. */
export function changesAccess({ names }: Change): boolean {
  return names.some((name) => /^(person|team|session|sign_out|password)\./.test(name))
}

/** Somebody looked: a page that asked again because of it would look, and ask, for ever. */
function isReading(name: string): boolean {
  return /^message\.opened$|\.(read|viewed|revealed|exported)$/.test(name)
}

/** Kinds of things that only those hear of who may read them. */
const NEEDED: Readonly<Record<string, 'runs.read' | 'imports.read' | 'playbooks.read'>> = {
  run: 'runs.read',
  import: 'imports.read',
  playbook: 'playbooks.read',
}

/** The part of a change that somebody with these permissions may hear of; null for nothing. */
export function audible(
  change: Change,
  may: (permission: 'runs.read' | 'imports.read' | 'playbooks.read') => boolean,
): Change | null {
  const names = change.names.filter((name) => {
    if (isReading(name)) return false
    const needed = NEEDED[name.split('.')[0] ?? '']
    return needed === undefined || may(needed)
  })
  return names.length > 0 ? { ...change, names } : null
}
