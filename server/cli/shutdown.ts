const PATIENCE_MILLISECONDS = 60_000
// One Ctrl-C under npm arrives twice: from the terminal, and passed on by npm.
const SAME_KEYSTROKE_MILLISECONDS = 1000

/**
 * Resolves when somebody asks the program to stop: Ctrl-C, a signal, or the end of the `npm start` that
 * it runs under. A second time it ends at once; so it does when stopping takes a minute.
 */
export function untilAskedToStop(): Promise<void> {
  const asked = Promise.withResolvers<void>()
  let firstAt: number | null = null
  const ask = () => {
    if (firstAt !== null) {
      if (performance.now() - firstAt > SAME_KEYSTROKE_MILLISECONDS) process.exit(1)
      return
    }
    firstAt = performance.now()
    setTimeout(() => process.exit(1), PATIENCE_MILLISECONDS).unref()
    asked.resolve()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  if (process.env['npm_lifecycle_event'] === 'start') whenOrphaned(ask)
  return asked.promise
}

// npm killed outright sends nothing; its child is handed to another parent.
function whenOrphaned(ask: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    ask()
  }, 1000)
  watch.unref()
}
