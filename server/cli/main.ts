import { Command, CommanderError } from 'commander'

import { Refusal } from '../kernel/refusal.ts'
import { Mistake } from './settings.ts'

/** Runs one command line; its exit code is 0 when all went well, 2 for a mistake, 1 for a failure. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const program = new Command('goodterms')
    .description('A CRM for collections: what is owed, who reminds whom, and why not.')
    .showHelpAfterError('(--help shows what there is)')
    .exitOverride()
  for (const command of await commandsFor(args[2])) program.addCommand(withOverride(command))
  try {
    await program.parseAsync(args)
  } catch (error) {
    process.exitCode = tell(error, args.includes('--json'))
  }
}

const serving = async () => (await import('./serve.ts')).serveCommands()

/** Each command brings only what it needs: `inspect` knows no database and starts in a moment. */
const COMMANDS: Readonly<Record<string, () => Promise<Command[]>>> = {
  serve: serving,
  web: serving,
  worker: serving,
  migrate: async () => [(await import('./migrate.ts')).migrateCommand()],
  organisation: async () => [(await import('./organisation.ts')).organisationCommand()],
  user: async () => [(await import('./user.ts')).userCommand()],
  ageing: async () => [(await import('./ageing.ts')).ageingCommand()],
  run: async () => [(await import('./run.ts')).runCommand()],
  inspect: async () => [(await import('./inspect.ts')).inspectCommand()],
  verify: async () => [(await import('./verify.ts')).verifyCommand()],
  import: async () => [(await import('./import.ts')).importCommand()],
  demo: async () => [(await import('./demo.ts')).demoCommand()],
  audit: async () => [(await import('./audit.ts')).auditCommand()],
}

/** The commands that a first word means; all of them for help and for words that are none. */
async function commandsFor(word = ''): Promise<Command[]> {
  const load = COMMANDS[word]
  if (load) return load()
  const all = await Promise.all([...new Set(Object.values(COMMANDS))].map((each) => each()))
  return all.flat()
}

/** Subcommands do not inherit it: a mistake in one must end here too, not in process.exit. */
function withOverride(command: Command): Command {
  for (const sub of command.commands) withOverride(sub)
  return command.exitOverride()
}

function tell(error: unknown, isJson: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  const isMistake = error instanceof Mistake || error instanceof Refusal
  if (isJson) console.log(JSON.stringify({ error: problemOf(error) }))
  else console.error(isMistake ? sentenceOf(error) : error)
  return isMistake ? 2 : 1
}

function problemOf(error: unknown): object {
  if (error instanceof Refusal) return { code: error.code, details: error.details }
  return { code: 'failed', message: error instanceof Error ? error.message : String(error) }
}

function sentenceOf(error: Mistake | Refusal): string {
  if (error instanceof Mistake) return error.message
  const details = Object.entries(error.details).map(([name, value]) => `${name}: ${value}`)
  const code = error.code.replaceAll('_', ' ')
  return `Refused: ${code}${details.length > 0 ? ` (${details.join(', ')})` : ''}.`
}
