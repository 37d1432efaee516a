import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'

import { build, type Plugin } from 'vite'

/** The pages that open without a network; with what they import, the application starts on them. */
const PAGES =
  /\/(frame\/Frame|pages\/today\/TodayPage|pages\/visit\/VisitPage|pages\/outcome\/\w+Page)\.tsx$/
const FONTS = /inter-latin-wght.*\.woff2$/

type Part = {
  readonly type: 'chunk' | 'asset'
  readonly fileName: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
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
  for (const { fileName, isEntry, facadeModuleId, type } of parts) {
    const isStyle = type === 'asset' && (fileName.endsWith('.css') || FONTS.test(fileName))
    if (isEntry === true || isStyle || PAGES.test(facadeModuleId ?? '')) need(fileName)
  }
  return [...needed].toSorted().map((name) => `/${name}`)
}
