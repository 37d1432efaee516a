import { fileURLToPath } from 'node:url'

import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { lightContracts } from './light-contracts.ts'
import { offlineWorker } from './offline/build.ts'

const server = process.env['GOODTERMS_SERVER'] ?? 'http://127.0.0.1:4170'

export default defineConfig({
  root: import.meta.dirname,
  resolve: {
    alias: {
      'react-remove-scroll': fileURLToPath(new URL('no-remove-scroll.ts', import.meta.url)),
    },
  },
  plugins: [lightContracts(), react(), tailwindcss(), offlineWorker()],
  server: {
    port: 5170,
    strictPort: true,
    // Not our own modules, which lie in a folder of that name.
    proxy: { '^/api/(?!.*\\.tsx?(\\?|$))': { target: server, changeOrigin: false } },
  },
  build: {
    outDir: fileURLToPath(new URL('../dist/web', import.meta.url)),
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // A data: URL would need a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs anyway travels together: a hundred small files compress badly.
        codeSplitting: {
          groups: [
            { name: 'library', test: /node_modules\/(react|react-dom|scheduler|@tanstack|clsx)\// },
            {
              name: 'contracts',
              test: /\/server\/(access|ledger|collecting\/desk\/(?!records|outcomes|departments|disputes|mandates|questions|talk|brief\/bundle))\/?(.*\/)?contract\.ts|\/web\/pages\/.*\/route\.ts/,
            },
            {
              name: 'kit',
              test: /\/web\/(api|frame)\/(?!Palette|KeysHelp|MoreSheet|PersonMenu|Outbox)[^/]*$|\/web\/ui\/(format\/|table\/(?!ColumnMenu))/,
            },
          ],
        },
      },
    },
  },
})
