import { Command, Option } from 'commander'

import { listOrganisations } from '../access/index.ts'
import { foundOrganisation } from '../founding.ts'
import { print } from './output.ts'
import { withWorld } from './world.ts'

type Create = {
  readonly json: boolean
  readonly language: 'en' | 'de' | 'fr' | 'es'
  readonly entity?: string
  readonly country: string
  readonly region: string
  readonly currency: string
  readonly timeZone: string
}

export function organisationCommand(): Command {
  const create = new Command('create')
    .description('makes an organisation with its first legal entity')
    .argument('<name>', 'what it is called')
    .addOption(languageOption())
    .option('--entity <name>', 'the company that invoices (the same name unless given)')
    .requiredOption('--country <code>', 'where it is, as ISO 3166: DE')
    .option('--region <code>', 'its region, where holidays differ: BY', '')
    .requiredOption('--currency <code>', 'of its books, as ISO 4217: EUR')
    .requiredOption('--time-zone <zone>', 'where its day begins, as IANA: Europe/Berlin')
    .option('--json', 'for scripts', false)
    .action((name: string, options: Create) => createOrganisation(name, options))
  const list = new Command('list')
    .description('lists the organisations')
    .option('--json', 'for scripts', false)
    .action(async ({ json }: { json: boolean }) => {
      const organisations = await withWorld(({ db }) => listOrganisations(db))
      const lines = organisations.map(({ slug, name }) => `${slug}  ${name}`)
      print(json, { organisations }, lines.length > 0 ? lines : ['There is none yet.'])
    })
  return new Command('organisation')
    .description('organisations of this installation')
    .addCommand(create)
    .addCommand(list)
}

export function languageOption(): Option {
  return new Option('--language <code>', 'en, de, fr or es')
    .choices(['en', 'de', 'fr', 'es'])
    .default('en')
}

async function createOrganisation(name: string, options: Create): Promise<void> {
  const { json, language, entity = name, country, region, currency, timeZone } = options
  const created = await withWorld((world) =>
    foundOrganisation(world, {
      name,
      language,
      entity: { name: entity, country, region, currency, timeZone },
    }),
  )
  print(json, created, [
    `Made ${name} (${created.slug}), in test mode.`,
    `Next: goodterms user create --organisation ${created.slug} --email … --name … --role administrator`,
  ])
}
