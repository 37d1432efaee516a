import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { newQueryClient } from './api/query.ts'
import { applyTheme } from './frame/theme.ts'
import { speak } from './language/texts.ts'
import { keepForOffline } from './offline/offline.ts'
import { newRouter } from './pages/router.tsx'
import { languageOf } from './ui/format/locale.ts'

applyTheme()
const kept = localStorage.getItem('goodterms.language')
await speak(languageOf(kept === null ? navigator.languages : [kept]))

const client = newQueryClient()
const router = newRouter(client)
const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no place for the application')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
)
keepForOffline()
