import { Command } from 'commander'

import { enrol, offerLinkTo } from '../founding.ts'
import { isRole, ROLES, type Role } from '../http/permissions.ts'
import { organisationBySlug } from './choose.ts'
import { languageOption } from './organisation.ts'
import { print } from './output.ts'
import { Mistake } from './settings.ts'
import { withWorld } from './world.ts'

type Create = {
  readonly organisation?: string
  readonly email: string
  readonly name: string
  readonly role: string[]
  readonly title: string
  readonly language: 'en' | 'de' | 'fr' | 'es'
  readonly passwordStdin: boolean
  readonly json: boolean
}

export function userCommand(): Command {
  const create = new Command('create')
    .description('makes a person a member, and gives the link with which they choose a password')
    .option('--organisation <slug>', 'which one (needed when there are several)')
    .requiredOption('--email <address>', 'with which they sign in')
    .requiredOption('--name <name>', 'first and last name')
    .requiredOption('--role <role...>', `one or more of: ${ROLES.join(', ')}`)
    .option('--title <title>', 'what they are, under their letters', '')
    .addOption(languageOption())
    .option('--password-stdin', 'reads a password from standard input instead', false)
    .option('--json', 'for scripts', false)
    .action(createUser)
  const link = new Command('password-link')
    .description('a new link with which somebody chooses a password; earlier ones end')
    .argument('<email>')
    .option('--json', 'for scripts', false)
    .action(async (email: string, { json }: { json: boolean }) => {
      const offer = await withWorld((world) => offerLinkTo(world, email))
      print(json, offer, [`Valid once, until ${offer.expiresAt}:`, offer.link])
    })
  return new Command('user')
    .description('people of this installation')
    .addCommand(create)
    .addCommand(link)
}

async function createUser(options: Create): Promise<void> {
  const { email, name, title, language, json } = options
  const roles = options.role.map(roleOf)
  const password = options.passwordStdin ? await readPassword() : undefined
  const person = await withWorld(async (world) => {
    const { id: organisationId } = await organisationBySlug(world, options.organisation)
    return enrol(world, organisationId, { email, name, title, language, roles, password })
  })
  print(json, person, [
    `${name} is a member now (${roles.join(', ')}).`,
    ...(person.wasKnown ? ['They have signed in here before: name and password stay.'] : []),
    ...(person.link ? [`To choose a password, once, until ${person.expiresAt}:`, person.link] : []),
  ])
}

function roleOf(text: string): Role {
  if (isRole(text)) return text
  throw new Mistake(`There is no role "${text}"; the roles are ${ROLES.join(', ')}.`)
}

async function readPassword(): Promise<string> {
  let text = ''
  for await (const chunk of process.stdin) text += String(chunk)
  return text.replace(/\r?\n$/, '')
}
