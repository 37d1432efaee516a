import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

import { build, type Plugin } from 'vite'

/**
 * What opens without a network, with all that it imports: also right after an update, before anybody
 * has opened anything of the new version. Which language is spoken here the worker does not know.
 */
const PAGES = new RegExp(
  `/(${[
    'frame/\\w+',
    'ui/(PopoverSheet|TooltipBubble)',
    'pages/today/TodayPage',
    'features/collecting/seller/SellerHome',
    'pages/visit/VisitPage',
    'pages/outcome/\\w+Page',
    'features/collecting/outcome/PlanStep',
    'language/\\w\\w/(first|rest)',
  ].join('|')})[.]tsx?$`,
)
const FONTS = /inter-latin-wght.*\.woff2$/

type Part = {
  readonly type: 'chunk' | 'asset'
  readonly fileName: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  /** What it fetches when it is needed. */
  readonly dynamicImports?: readonly string[]
  readonly facadeModuleId?: string | null
}

/**
 * Builds the worker beside the application: one script under one name, without imports, that knows
 * the files of this very build. Another build is another worker, and browsers take it.
 */
export function offlineWorker(): Plugin {
  return {
    name: 'offline-worker',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const files = filesOf(Object.values(bundle))
      const version = createHash('sha256').update(files.join(' ')).digest('hex').slice(0, 12)
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: {
          OFFLINE_FILES: JSON.stringify(files),
          OFFLINE_VERSION: JSON.stringify(version),
        },
        build: {
          ...(dir === undefined ? {} : { outDir: dir }),
          emptyOutDir: false,
          target: 'es2023',
          rolldownOptions: {
            input: fileURLToPath(new URL('worker.ts', import.meta.url)),
            output: { entryFileNames: 'worker.js', format: 'iife' },
          },
        },
      })
    },
  }
}

function filesOf(parts: readonly Part[]): string[] {
  const chunks = new Map(parts.map((part) => [part.fileName, part]))
  const needed = new Set<string>()
  const need = (name: string) => {
    if (needed.has(name)) return
    needed.add(name)
    for (const imported of chunks.get(name)?.imports ?? []) need(imported)
  }
  for (const { fileName, isEntry, facadeModuleId, type, dynamicImports = [] } of parts) {
    const isStyle = type === 'asset' && (fileName.endsWith('.css') || FONTS.test(fileName))
    const isPage = PAGES.test(facadeModuleId ?? '')
    if (isEntry === true || isStyle || isPage) need(fileName)
    // What such a page brings later is part of it.
    if (isPage) for (const later of dynamicImports) need(later)
  }
  return [...needed].toSorted().map((name) => `/${name}`)
}
