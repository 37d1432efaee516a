import { Command, CommanderError } from 'commander'

import { Refusal } from '../kernel/refusal.ts'
import { auditCommand } from './audit.ts'
import { migrateCommand } from './migrate.ts'
import { organisationCommand } from './organisation.ts'
import { serveCommands } from './serve.ts'
import { Mistake } from './settings.ts'
import { userCommand } from './user.ts'

/** Runs one command line; its exit code is 0 when all went well, 2 for a mistake, 1 for a failure. */
export async function runCommandLine(args: readonly string[]): Promise<void> {
  const program = new Command('goodterms')
    .description('A CRM for collections: what is owed, who reminds whom, and why not.')
    .showHelpAfterError('(--help shows what there is)')
    .exitOverride()
  for (const command of commands()) program.addCommand(withOverride(command))
  try {
    await program.parseAsync(args)
  } catch (error) {
    process.exitCode = tell(error, args.includes('--json'))
  }
}

function commands(): Command[] {
  return [
    ...serveCommands(),
    migrateCommand(),
    organisationCommand(),
    userCommand(),
    auditCommand(),
  ]
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
