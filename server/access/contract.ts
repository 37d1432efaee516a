import * as z from 'zod'

import { Currency, Id, Instant, Language, refusals, Role } from '../http/contract.ts'

export * from './people/contract.ts'
export * from './organisations/contract.ts'
export * from './audit/contract.ts'
export * from './views/contract.ts'
export * from './signing/contract.ts'

export const REFUSAL_CODES = [
  'sign_in_first',
  'choose_an_organisation',
  'not_permitted',
  'cross_site_request',
  'header_missing',
  'malformed_request',
  'no_such_page',
  'internal_error',
  'busy',
  'too_many_attempts',
  'too_many_streams',
  'wrong_credentials',
  'wrong_password',
  'weak_password',
  'no_such_organisation',
  'no_such_session',
  'no_such_link',
  'link_used',
  'link_expired',
  'no_demo',
  'already_set_up',
  'address_taken',
  'no_such_time_zone',
  'not_confirmed',
  'demo_stays_in_test_mode',
  'already_a_member',
  'no_such_person',
  'no_such_team',
  'team_name_taken',
  'last_administrator',
  'works_elsewhere_too',
  'no_such_view',
  'not_your_view',
  'too_many_views',
  'bad_idempotency_key',
  'idempotency_key_reused',
  'still_being_done',
  'interrupted',
  'not_a_pkcs12',
  'wrong_certificate_password',
  'old_encryption',
  'no_private_key',
  'key_does_not_fit',
  'certificate_ended',
  'certificate_not_yet_valid',
  'certificate_cannot_sign',
  'key_too_weak',
  'certificate_known_already',
  'no_timestamp_authority',
] as const

export const EVENT_NAMES = [
  'organisation.created',
  'organisation.changed',
  'policy.changed',
  'test_mode.on',
  'test_mode.off',
  'person.joined',
  'person.changed',
  'person.left',
  'team.added',
  'team.changed',
  'team.removed',
  'password_link.made',
  'password.changed',
  'password.set',
  'sign_in.done',
  'sign_in.refused',
  'sign_out.done',
  'session.ended',
  'view.saved',
  'view.changed',
  'view.removed',
  'signing_key.made',
  'signing_key.brought',
  'signing_key.ends_soon',
  'signing_key.ended',
  'timestamp_authority.changed',
  'timestamp.failed',
  'timestamp.works_again',
] as const

const Password = z.string().min(1).max(200)
const Email = z.string().trim().toLowerCase().pipe(z.email()).pipe(z.string().max(254))
const Name = z.string().trim().min(1).max(200)
const Nothing = z.object({})

const Membership = z.object({ id: Id, name: z.string(), slug: z.string(), roles: z.array(Role) })

/** Who is signed in, and all that the frame of every page needs. */
const Me = z.object({
  person: z.object({ id: Id, name: z.string(), email: z.string(), language: Language }),
  sessionId: Id,
  organisations: z.array(Membership),
  /** Null while the session has not chosen one, or the person has left it. */
  organisation: z
    .object({
      id: Id,
      name: z.string(),
      slug: z.string(),
      language: Language,
      timeZone: z.string(),
      reportingCurrency: Currency,
      isDemo: z.boolean(),
      testMode: z.boolean(),
    })
    .nullable(),
  roles: z.array(Role),
  permissions: z.array(z.string()),
  /** False for people who see only the customers that they (or their team) own. */
  seesAllCustomers: z.boolean(),
  now: Instant,
  hasTrialClock: z.boolean(),
})

export const signIn = {
  method: 'POST',
  url: '/session',
  permission: 'public',
  summary: 'Signs a person in and sets the session cookie.',
  schema: {
    body: z.object({ email: Email, password: Password }),
    response: { 200: Me, ...refusals },
  },
} as const

export const signOut = {
  method: 'DELETE',
  url: '/session',
  permission: 'signed_in',
  summary: 'Ends this session.',
  schema: { response: { 200: Nothing, ...refusals } },
} as const

export const getMe = {
  method: 'GET',
  url: '/me',
  permission: 'signed_in',
  summary: 'The person of this session, their organisations, roles and permissions.',
  schema: { response: { 200: Me, ...refusals } },
} as const

export const changeMe = {
  method: 'PATCH',
  url: '/me',
  permission: 'signed_in',
  summary: "Changes one's own name or language.",
  schema: {
    body: z.object({ name: Name.optional(), language: Language.optional() }),
    response: { 200: Me, ...refusals },
  },
} as const

export const changePassword = {
  method: 'PUT',
  url: '/me/password',
  permission: 'signed_in',
  summary: "Changes one's own password and ends every other session of one's own.",
  schema: {
    body: z.object({ current: Password, next: Password }),
    response: { 200: Nothing, ...refusals },
  },
} as const

export const chooseOrganisation = {
  method: 'PUT',
  url: '/session/organisation',
  permission: 'signed_in',
  summary: 'Moves this session to another organisation of the person.',
  schema: { body: z.object({ organisationId: Id }), response: { 200: Me, ...refusals } },
} as const

const Session = z.object({
  id: Id,
  isThis: z.boolean(),
  /** The browser and the system as it names them; '' when it does not. */
  userAgent: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
  expiresAt: Instant,
})

export const listMySessions = {
  method: 'GET',
  url: '/sessions',
  permission: 'signed_in',
  summary: 'Where one is signed in oneself; the latest used first.',
  schema: { response: { 200: z.object({ sessions: z.array(Session) }), ...refusals } },
} as const

export const revokeMySession = {
  method: 'DELETE',
  url: '/sessions/:id',
  permission: 'signed_in',
  summary: "Ends one of one's own sessions.",
  schema: { params: z.object({ id: Id }), response: { 200: Nothing, ...refusals } },
} as const

export const revokeMyOtherSessions = {
  method: 'DELETE',
  url: '/sessions',
  permission: 'signed_in',
  summary: "Ends all of one's own sessions but this one.",
  schema: { response: { 200: z.object({ ended: z.int() }), ...refusals } },
} as const

export const listSessionsOfPerson = {
  method: 'GET',
  url: '/people/:id/sessions',
  permission: 'people.manage',
  summary: 'Where a member is signed in to this organisation.',
  schema: {
    params: z.object({ id: Id }),
    response: { 200: z.object({ sessions: z.array(Session) }), ...refusals },
  },
} as const

export const revokeSessionsOfPerson = {
  method: 'DELETE',
  url: '/people/:id/sessions',
  permission: 'people.manage',
  summary: "Ends all of a member's sessions in this organisation.",
  schema: {
    params: z.object({ id: Id }),
    response: { 200: z.object({ ended: z.int() }), ...refusals },
  },
} as const

export const getPasswordLink = {
  method: 'GET',
  url: '/password-links/:token',
  permission: 'public',
  summary: 'Whom a link to set a password is for.',
  schema: {
    params: z.object({ token: z.string().max(100) }),
    response: {
      200: z.object({
        name: z.string(),
        email: z.string(),
        language: Language,
        expiresAt: Instant,
      }),
      ...refusals,
    },
  },
} as const

export const usePasswordLink = {
  method: 'POST',
  url: '/password-links/:token',
  permission: 'public',
  summary: 'Sets the password of the person that the link is for, and signs them in.',
  schema: {
    params: z.object({ token: z.string().max(100) }),
    body: z.object({ password: Password }),
    response: { 200: Me, ...refusals },
  },
} as const

export const getSetup = {
  method: 'GET',
  url: '/setup',
  permission: 'public',
  summary: 'Whether this installation waits for its first organisation, and whom the demo offers.',
  schema: {
    response: {
      200: z.object({
        isNeeded: z.boolean(),
        /** While only demo organisations exist: the people whose desk one may try. */
        demo: z
          .object({
            people: z.array(
              z.object({ id: Id, name: z.string(), title: z.string(), roles: z.array(Role) }),
            ),
          })
          .nullable(),
      }),
      ...refusals,
    },
  },
} as const

export const enterDemo = {
  method: 'POST',
  url: '/demo-session',
  permission: 'public',
  summary: 'Signs in as a member of the demo, while only demo organisations exist.',
  schema: { body: z.object({ personId: Id }), response: { 200: Me, ...refusals } },
} as const

export const setUp = {
  method: 'POST',
  url: '/setup',
  permission: 'public',
  summary:
    'Makes the first organisation with its legal entity and administrator, and signs them in.',
  schema: {
    body: z.object({
      organisation: z.object({ name: Name, language: Language }),
      legalEntity: z.object({
        name: Name,
        country: z.string().regex(/^[A-Z]{2}$/),
        region: z.string().max(10).default(''),
        currency: Currency,
        timeZone: z.string().min(1).max(60),
      }),
      administrator: z.object({ name: Name, email: Email, password: Password }),
    }),
    response: { 201: Me, ...refusals },
  },
} as const

/** Server-sent events: `change` {names, customerId} says what kind of thing changed, never what it is now. */
export const live = {
  method: 'GET',
  url: '/live',
  permission: 'member',
  summary: 'Tells what changed, as it changes (text/event-stream).',
  schema: { response: { 200: z.unknown(), ...refusals } },
} as const
