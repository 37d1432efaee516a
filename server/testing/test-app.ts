import type { FastifyInstance, InjectOptions } from 'fastify'
import { onTestFinished } from 'vitest'

import { createApp, type AppOptions } from '../app.ts'
import { isRole, type Role } from '../http/permissions.ts'
import { givenLedger } from './given/ledger.ts'
import {
  givenMember,
  givenOrganisation,
  givenPerson,
  givenSession,
  givenTeam,
} from './given/people.ts'
import { testWorld } from './test-world.ts'

type Body = InjectOptions['payload']
// oxlint-disable-next-line typescript/no-explicit-any -- a test says what it expects of the answer
export type Reply = { status: number; body: any; bytes: Buffer; headers: Record<string, unknown> }

/** Somebody who asks: every call is one request through the whole server. */
export type Asker = {
  readonly get: (url: string, headers?: Record<string, string>) => Promise<Reply>
  readonly post: (url: string, body?: Body, headers?: Record<string, string>) => Promise<Reply>
  readonly put: (url: string, body?: Body, headers?: Record<string, string>) => Promise<Reply>
  readonly patch: (url: string, body?: Body, headers?: Record<string, string>) => Promise<Reply>
  readonly delete: (url: string, headers?: Record<string, string>) => Promise<Reply>
}

/**
 * A server on its own freshly cloned database, its clock stopped at `now` (or noon UTC of `today`),
 * with one organisation and a person of each role on demand.
 */
export async function testApp(
  options: { now?: string; today?: string; origin?: string; timeZone?: string } & AppOptions = {},
) {
  const { world, clock } = await testWorld(options)
  const app = await createApp(world, options)
  onTestFinished(() => app.close())
  const organisation = await givenOrganisation(world, { timeZone: options.timeZone })
  const cookie = world.origin.startsWith('https:') ? '__Host-goodterms' : 'goodterms'
  const people = new Map<Role, Promise<string>>()

  function personOf(role: Role): Promise<string> {
    const known = people.get(role)
    if (known) return known
    const made = givenPerson(world, organisation, { roles: [role] })
    people.set(role, made)
    return made
  }

  /** Asks as the organisation's person of a role, or as a person by id, in any organisation. */
  function as(who: Role | (string & {}), inOrganisationId: string | null = organisation): Asker {
    let session: Promise<string> | null = null
    const start = async () =>
      givenSession(world, inOrganisationId, isRole(who) ? await personOf(who) : who)
    return askerOf(app, async () => ({ cookie: `${cookie}=${await (session ??= start())}` }))
  }

  const here = <Fields, Result>(
    make: (on: typeof world, organisationId: string, fields: Fields) => Promise<Result>,
  ) => make.bind(null, world, organisation)

  return {
    world,
    app,
    organisation,
    setNow: clock.setNow,
    as,
    stranger: askerOf(app, async () => ({})),
    personOf,
    given: {
      organisation: (fields?: Parameters<typeof givenOrganisation>[1]) =>
        givenOrganisation(world, fields),
      person: (...roles: Role[]) => givenPerson(world, organisation, { roles }),
      personWith: here(givenPerson),
      member: here(givenMember),
      team: (fields?: Parameters<typeof givenTeam>[2]) => givenTeam(world, organisation, fields),
      ...givenLedger(world, organisation),
      /** The same helpers in another organisation. */
      in: (organisationId: string) => ({
        person: (...roles: Role[]) => givenPerson(world, organisationId, { roles }),
        member: (fields: Parameters<typeof givenMember>[2]) =>
          givenMember(world, organisationId, fields),
        ...givenLedger(world, organisationId),
      }),
    },
  }
}

function askerOf(app: FastifyInstance, credentials: () => Promise<Record<string, string>>): Asker {
  const ask =
    (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE') =>
    async (url: string, payload?: Body, headers: Record<string, string> = {}): Promise<Reply> => {
      const reply = await app.inject({
        method,
        url: `/api${url}`,
        headers: { 'x-goodterms': 'test', ...(await credentials()), ...headers },
        ...(payload === undefined ? {} : { payload }),
      })
      const isJson = String(reply.headers['content-type']).includes('json')
      return {
        status: reply.statusCode,
        body: isJson ? reply.json() : reply.payload,
        bytes: reply.rawPayload,
        headers: reply.headers,
      }
    }
  const [get, remove] = [ask('GET'), ask('DELETE')]
  return {
    get: (url, headers) => get(url, undefined, headers),
    post: ask('POST'),
    put: ask('PUT'),
    patch: ask('PATCH'),
    delete: (url, headers) => remove(url, undefined, headers),
  }
}
