export const ROLES = [
  'seller',
  'sales_manager',
  'collector',
  'credit_manager',
  'legal',
  'finance_director',
  'administrator',
  'auditor',
] as const

export type Role = (typeof ROLES)[number]

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text)
}

const READING = [
  'customers.read',
  'tasks.read',
  'messages.read',
  'runs.read',
  'playbooks.read',
  'templates.read',
  'imports.read',
  'figures.read',
  'people.read',
  'exports.make',
] as const

const COLLECTING = [
  'tasks.work',
  'promises.take',
  'disputes.open',
  'disputes.resolve',
  'comments.write',
  'evidence.add',
  'contacts.edit',
] as const

const FINANCE = [
  'customers.edit',
  'owners.assign',
  'payments.record',
  'holds.place',
  'runs.plan',
  'runs.send',
  'messages.decide',
  'imports.apply',
  'plans.accelerate',
] as const

const STEERING = [
  'holds.approve',
  'messages.approve',
  'playbooks.edit',
  'templates.edit',
  'notifications.manage',
] as const

/** To see what waits with each seller. */
const LEADING = ['team.read'] as const

/** To grant a mandate, and to decide what goes beyond one. */
const MANDATING = ['mandates.grant', 'approvals.decide'] as const

/** To set what everybody may offer, and who looks into disputes. */
const SETTING = ['mandates.set', 'departments.set'] as const

const ADMINISTERING = [
  'people.manage',
  'organisation.settings',
  'mail.settings',
  'audit.read',
] as const

export type Permission =
  | (typeof READING)[number]
  | (typeof COLLECTING)[number]
  | (typeof FINANCE)[number]
  | (typeof STEERING)[number]
  | (typeof ADMINISTERING)[number]
  | (typeof OWNING)[number]
  | (typeof MANDATING)[number]
  | (typeof SETTING)[number]
  | (typeof LEADING)[number]

/** What only those who own the relationship do: take over, ask for more than their mandate. */
const OWNING = ['ball.take', 'plans.propose', 'records.make'] as const

const SELLING = [
  ...OWNING,
  'customers.read',
  'tasks.read',
  'messages.read',
  'people.read',
  'tasks.work',
  'promises.take',
  'disputes.open',
  'comments.write',
  'evidence.add',
  'contacts.edit',
  'exports.make',
] as const

/** What each role may do. Which customers they may do it to is the actor's scope. */
const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  seller: SELLING,
  sales_manager: [...SELLING, ...MANDATING, ...LEADING, 'figures.read', 'owners.assign'],
  collector: [...READING, ...COLLECTING, ...FINANCE, 'plans.propose', 'records.make'],
  credit_manager: [
    ...READING,
    ...COLLECTING,
    ...FINANCE,
    ...STEERING,
    ...MANDATING,
    ...SETTING,
    ...LEADING,
    'plans.propose',
    'records.make',
  ],
  legal: [...READING, ...COLLECTING, 'holds.place'],
  finance_director: [
    ...READING,
    ...LEADING,
    'holds.approve',
    'messages.approve',
    'runs.send',
    'audit.read',
  ],
  administrator: [
    ...READING,
    ...STEERING,
    ...ADMINISTERING,
    ...SETTING,
    'imports.apply',
    'owners.assign',
    'customers.edit',
  ],
  auditor: [...READING, 'audit.read'],
}

/** Says whether any of these roles may do it. */
export function mayAny(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => PERMISSIONS[role].includes(permission))
}

/** Everything that these roles together may do. */
export function permissionsOf(roles: readonly Role[]): Permission[] {
  return [...new Set(roles.flatMap((role) => PERMISSIONS[role]))]
}

const SEES_ALL: ReadonlySet<Role> = new Set<Role>([
  'collector',
  'credit_manager',
  'legal',
  'finance_director',
  'administrator',
  'auditor',
])

/** Whether these roles see every customer, or only those owned by themselves (or their team). */
export function seesAllCustomers(roles: readonly Role[]): boolean {
  return roles.some((role) => SEES_ALL.has(role))
}
