import { randomBytes } from 'node:crypto'

import { addJob } from '../../jobs/jobs.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { isPassword } from '../passwords/index.ts'
import {
  selectDemoPeople,
  selectOrganisationsOf,
  selectPerson,
  selectPersonByEmail,
  type PersonRow,
} from '../people/index.ts'
import { giveBack, takeHit, type Rate } from '../rates/index.ts'
import { noteIn, REFUSED_SIGN_IN } from './history.ts'
import { networkOf } from './rules.ts'
import { startSession } from './sessions.ts'
import { selectLastOrganisation } from './store.ts'

const QUARTER_HOUR = 15 * 60

/** Where somebody signs in from. */
export type Device = {
  readonly address: string
  readonly userAgent: string
  /** Kept by the browser since its last sign-in; '' from a browser that never signed in here. */
  readonly proof: string
}

export type SignedIn = {
  readonly personId: string
  readonly sessionId: string
  readonly organisationId: string | null
  readonly token: string
  readonly deviceProof: string
}

/**
 * Signs a person in, or refuses in the same words and time whether the address or the password is
 * wrong. Guessing is slowed by network and by account; a browser that signed in here before has a
 * count of its own, so a stranger who guesses cannot keep the owner of the account out
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
 */
export async function signIn(
  world: World,
  { email, password }: { email: string; password: string },
  device: Device,
): Promise<SignedIn> {
  const { db, secrets } = world
  const emailHash = secrets.installation.hash(email)
  const person = await selectPersonByEmail(db, emailHash)
  const now = world.clock()
  const rate = rateOf(world, emailHash, { person, device })
  await takeHit(db, networkRate(world, device.address), now)
  await takeHit(db, rate, now)

  const isRight = await isPassword(password, person?.passwordHash ?? null)
  if (!person || !isRight || person.disabledAt) {
    // Left to a job, known address or not: the time of the answer tells nobody which.
    await addJob(db, { task: REFUSED_SIGN_IN, payload: { emailHash } })
    throw new Refusal('unauthenticated', 'wrong_credentials')
  }

  await giveBack(db, rate, now)
  await giveBack(db, networkRate(world, device.address), now)
  return open(world, person, device)
}

function networkRate(world: World, address: string): Rate {
  const network = world.secrets.installation.hash(`network ${networkOf(address)}`)
  return { key: `sign-in from ${network}`, limit: 60, windowSeconds: QUARTER_HOUR }
}

function rateOf(
  world: World,
  emailHash: string,
  { person, device }: { person: PersonRow | undefined; device: Device },
): Rate {
  const [nonce = ''] = device.proof.split('.')
  const isKnown = person !== undefined && device.proof === proofOf(world, person, nonce)
  const key = isKnown ? `sign-in on ${emailHash} ${nonce}` : `sign-in to ${emailHash}`
  return { key, limit: 10, windowSeconds: QUARTER_HOUR }
}

/** Ends with the password: a new one makes every browser a stranger again. */
function proofOf(world: World, person: PersonRow, nonce: string): string {
  const sealed = world.secrets.installation.hash(
    `device ${nonce} ${person.id} ${person.passwordHash ?? ''}`,
  )
  return `${nonce}.${sealed}`
}

/** Lets somebody look around as a member of the demo, while the installation has nothing else. */
export async function signInToDemo(
  world: World,
  personId: string,
  device: Device,
): Promise<SignedIn> {
  const people = await selectDemoPeople(world.db)
  const person = people.some(({ id }) => id === personId)
    ? await selectPerson(world.db, personId)
    : undefined
  if (!person) throw new Refusal('not_found', 'no_demo')
  return open(world, person, device)
}

/** Starts the session of a person who has shown who they are. */
export async function open(world: World, person: PersonRow, device: Device): Promise<SignedIn> {
  const organisations = await selectOrganisationsOf(world.db, person.id)
  const last = await selectLastOrganisation(world.db, person.id)
  const isStillTheirs = organisations.some(({ organisationId }) => organisationId === last)
  const organisationId = isStillTheirs ? last : (organisations[0]?.organisationId ?? null)

  const session = await startSession(world.db, {
    personId: person.id,
    organisationId,
    userAgent: device.userAgent,
    now: world.clock(),
  })
  if (organisationId) {
    const event = { name: 'sign_in.done', byThemselves: true, organisationId, personId: person.id }
    await noteIn(world.db, world, event)
  }
  return {
    personId: person.id,
    sessionId: session.id,
    organisationId,
    token: session.token,
    deviceProof: proofOf(world, person, randomBytes(16).toString('base64url')),
  }
}
