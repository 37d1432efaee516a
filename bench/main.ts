// npm run bench: measures what was promised, each figure beside its reference, one JSON line each.
// npm run bench -- ageing pages: only these.
import { measureAgeing } from './ageing.ts'
import { openGround, type Ground } from './ground.ts'
import { measureImport } from './import.ts'
import { measureMail } from './mail.ts'
import { measurePages } from './pages.ts'
import { measurePlan } from './plan.ts'
import { measureStart } from './start.ts'
import { measureWeb } from './web.ts'

const BENCHES: Readonly<Record<string, (ground: Ground) => Promise<void>>> = {
  import: measureImport,
  ageing: measureAgeing,
  plan: measurePlan,
  pages: measurePages,
  mail: measureMail,
  start: measureStart,
  web: measureWeb,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(
    `There is no bench called ${unknown.join(', ')}: ${Object.keys(BENCHES).join(', ')}`,
  )
  process.exit(2)
}

for (const [name, measure] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const ground = await openGround()
  try {
    await measure(ground)
  } finally {
    await ground.stop()
  }
}
