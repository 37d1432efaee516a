import { spawnSync, type SpawnOptions } from 'node:child_process'
import { chownSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** How to start a program of PostgreSQL, which refuses to run as root. */
export type Identity = {
  readonly prefix: readonly string[]
  readonly options: Pick<SpawnOptions, 'uid' | 'gid'>
  /** Who must own the files, when it is not whoever runs Goodterms. */
  readonly owner: { readonly uid: number; readonly gid: number } | null
}

const DIRECT: Identity = { prefix: [], options: {}, owner: null }

// Inside a user namespace root appears as nobody: no system user is needed, the files stay root's.
const NAMESPACE = ['unshare', '--user', '--map-user=65534', '--map-group=65534', '--']

/** The first identity that works here: oneself; as root a user namespace; else the user nobody. */
export function findIdentity(program: string): Identity {
  if (process.getuid?.() !== 0) return DIRECT
  const candidates: Identity[] = [{ prefix: NAMESPACE, options: {}, owner: null }]
  const nobody = findNobody()
  if (nobody) {
    candidates.push(
      { prefix: [...setpriv(nobody), '--'], options: {}, owner: nobody },
      { prefix: [], options: nobody, owner: nobody },
    )
  }
  const identity = candidates.find((candidate) => canRun(candidate, program))
  if (identity) return identity
  throw new Error(
    'PostgreSQL does not run as root, and this machine allows neither a user namespace nor the user ' +
      '"nobody" to reach the program. Start Goodterms as an ordinary user, or set DATABASE_URL.',
  )
}

/** Keeps the right to pass closed folders, so that a home such as /root works. */
function setpriv({ uid, gid }: { uid: number; gid: number }): string[] {
  const passing = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override']
  return ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...passing]
}

function canRun(identity: Identity, program: string): boolean {
  const [command, ...args] = [...identity.prefix, program, '--version']
  return spawnSync(command ?? program, args, { ...identity.options, stdio: 'ignore' }).status === 0
}

function findNobody(): { uid: number; gid: number } | null {
  const line = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'))
  return line ? { uid: Number(line[1]), gid: Number(line[2]) } : null
}

export function giveTo({ owner }: Identity, folder: string): void {
  if (!owner) return
  chownSync(folder, owner.uid, owner.gid)
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    chownSync(join(entry.parentPath, entry.name), owner.uid, owner.gid)
  }
}
