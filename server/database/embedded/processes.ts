import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** The command line of a running process, or '' when there is none or it cannot be read. */
export function commandOf(pid: number): string {
  if (!existsSync('/proc/self/cmdline')) {
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .stdout
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}

/** Tells a process from a later one with the same number, as happens each time a container restarts. */
function birthOf(pid: number): string {
  if (!existsSync('/proc/self/stat')) {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim()
  }
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Field 22 is the start time; the name in field 2 may hold blanks, so count from its bracket.
    return `${boot} ${stat.slice(stat.lastIndexOf(')')).split(' ')[20]}`
  } catch {
    return ''
  }
}

/** The processes that use one database: the last one out stops it. */
export function usersOf(folder: string) {
  const own = join(folder, String(process.pid))
  return {
    enter(): void {
      mkdirSync(folder, { recursive: true })
      writeFileSync(own, birthOf(process.pid))
    },
    leave(): void {
      rmSync(own, { force: true })
    },
    /** True when another living process uses the database; forgets those that died without leaving. */
    hasOthers(): boolean {
      if (!existsSync(folder)) return false
      const others = readdirSync(folder).filter((name) => name !== String(process.pid))
      const dead = others.filter(
        (name) => readFileSync(join(folder, name), 'utf8') !== birthOf(Number(name)),
      )
      for (const name of dead) rmSync(join(folder, name), { force: true })
      return others.length > dead.length
    },
  }
}
