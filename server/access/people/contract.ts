import * as z from 'zod'

import { Id, Instant, Language, refusals, Role } from '../../http/contract.ts'

export const Name = z.string().trim().min(1).max(200)
export const Email = z.string().trim().toLowerCase().pipe(z.email()).pipe(z.string().max(254))
const Roles = z.array(Role).min(1).max(8)
const Nothing = z.object({})
const ById = z.object({ id: Id })

/** A member of the organisation. The id is the person's. */
const Person = z.object({
  id: Id,
  name: z.string(),
  /** '' to those who may not manage people. */
  email: z.string(),
  roles: z.array(Role),
  teamId: Id.nullable(),
  title: z.string(),
  phone: z.string(),
  language: Language,
  isActive: z.boolean(),
  hasPassword: z.boolean(),
  lastSeenAt: Instant.nullable(),
})

export const listPeople = {
  method: 'GET',
  url: '/people',
  permission: 'people.read',
  summary: 'The members of the organisation, those who have left last.',
  schema: { response: { 200: z.object({ people: z.array(Person) }), ...refusals } },
} as const

/** Where the new person sets their password; null for somebody who already signs in elsewhere. */
const Invited = z.object({ id: Id, link: z.string().nullable(), expiresAt: Instant.nullable() })

export const invitePerson = {
  method: 'POST',
  url: '/people',
  permission: 'people.manage',
  summary: 'Makes somebody a member and gives the one-time link with which they set a password.',
  schema: {
    body: z.object({
      name: Name,
      email: Email,
      roles: Roles,
      teamId: Id.nullable().default(null),
      title: z.string().trim().max(200).default(''),
      phone: z.string().trim().max(50).default(''),
      language: Language.optional(),
    }),
    response: { 201: Invited, ...refusals },
  },
} as const

export const changePerson = {
  method: 'PATCH',
  url: '/people/:id',
  permission: 'people.manage',
  summary: "Changes a member's roles, team, title or telephone number.",
  schema: {
    params: ById,
    body: z.object({
      roles: Roles.optional(),
      teamId: Id.nullable().optional(),
      title: z.string().trim().max(200).optional(),
      phone: z.string().trim().max(50).optional(),
    }),
    response: { 200: Nothing, ...refusals },
  },
} as const

export const removePerson = {
  method: 'DELETE',
  url: '/people/:id',
  permission: 'people.manage',
  summary: 'Ends a membership and its sessions. What the person did stays theirs.',
  schema: { params: ById, response: { 200: Nothing, ...refusals } },
} as const

export const linkForPassword = {
  method: 'POST',
  url: '/people/:id/password-link',
  permission: 'people.manage',
  summary: 'A new one-time link with which a member sets a password; earlier links end.',
  schema: { params: ById, response: { 201: Invited, ...refusals } },
} as const

const Team = z.object({ id: Id, name: z.string(), managerId: Id.nullable(), members: z.int() })
const TeamBody = z.object({ name: Name, managerId: Id.nullable() })

export const listTeams = {
  method: 'GET',
  url: '/teams',
  permission: 'people.read',
  summary: 'The teams and who manages them.',
  schema: { response: { 200: z.object({ teams: z.array(Team) }), ...refusals } },
} as const

export const addTeam = {
  method: 'POST',
  url: '/teams',
  permission: 'people.manage',
  summary: 'Makes a team.',
  schema: { body: TeamBody, response: { 201: z.object({ id: Id }), ...refusals } },
} as const

export const changeTeam = {
  method: 'PUT',
  url: '/teams/:id',
  permission: 'people.manage',
  summary: 'Names a team and its manager, who sees the customers of its members.',
  schema: { params: ById, body: TeamBody, response: { 200: Nothing, ...refusals } },
} as const

export const removeTeam = {
  method: 'DELETE',
  url: '/teams/:id',
  permission: 'people.manage',
  summary: 'Removes a team; its members stay, in no team.',
  schema: { params: ById, response: { 200: Nothing, ...refusals } },
} as const
