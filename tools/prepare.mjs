// Makes this folder ready to run from whatever Node (20 or newer) and npm the machine has: brings
// Node 24, installs the packages of package-lock.json and, with --web, builds the web application.
// What is there and up to date is left alone. Plain JavaScript: no package is installed yet.
import { join } from 'node:path'

import { explain } from './prepare/explain.mjs'
import { whileLocked } from './prepare/lock.mjs'
import { install, isInstalled } from './prepare/packages.mjs'
import { bringRuntime, hasRuntime } from './prepare/runtime.mjs'
import { root } from './prepare/shell.mjs'
import { build, isBuilt } from './prepare/web.mjs'

const steps = [
  { isDone: hasRuntime, act: bringRuntime, lacking: 'npm brought no Node 24.' },
  {
    isDone: isInstalled,
    act: install,
    // npm takes a package for this machine for optional and says nothing when it cannot fetch it.
    lacking: 'npm left out a package for this machine; is the network broken? Start again.',
  },
]
if (process.argv.includes('--web')) steps.push({ isDone: isBuilt, act: build })

try {
  if (steps.some(({ isDone }) => !isDone())) {
    await whileLocked(join(root, '.runtime'), async () => {
      for (const { isDone, act, lacking } of steps) {
        if (isDone()) continue
        await act()
        if (lacking && !isDone()) throw new Error(lacking)
      }
    })
  }
} catch (error) {
  console.error(`\n${explain(error)}\n`)
  process.exitCode = 1
}
