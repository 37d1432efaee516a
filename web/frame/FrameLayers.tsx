import { lazy, Suspense } from 'react'

import type { Member } from '../api/session.ts'
import { closeLayer, useOpenLayer } from './layers.ts'

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }))
const KeysHelp = lazy(async () => ({ default: (await import('./KeysHelp.tsx')).KeysHelp }))

/** The layers over every page, fetched when they are first opened. */
export function FrameLayers({ member }: { readonly member: Member }) {
  const open = useOpenLayer()
  return (
    <Suspense>
      {open === 'palette' && <Palette member={member} onClose={closeLayer} />}
      {open === 'keys' && <KeysHelp onClose={closeLayer} />}
    </Suspense>
  )
}
