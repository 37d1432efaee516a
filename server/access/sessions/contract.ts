import * as z from 'zod'

import { Currency, Id, Instant, Language, refusals, Role } from '../../http/contract.ts'
import { Email, Name } from '../people/contract.ts'

export const Password = z.string().min(1).max(200)
const Nothing = z.object({})

const Membership = z.object({ id: Id, name: z.string(), slug: z.string(), roles: z.array(Role) })

/** Who is signed in, and all that the frame of every page needs. */
export const Me = z.object({
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

export const enterDemo = {
  method: 'POST',
  url: '/demo-session',
  permission: 'public',
  summary: 'Signs in as a member of the demo, while only demo organisations exist.',
  schema: { body: z.object({ personId: Id }), response: { 200: Me, ...refusals } },
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

export const getDeviceKey = {
  method: 'GET',
  url: '/me/device-key',
  permission: 'member',
  summary: 'What seals things that wait on a device to be sent: one person, one organisation.',
  schema: { response: { 200: z.object({ key: z.string() }), ...refusals } },
} as const
