import { Suspense, useEffect } from 'react'

import { later } from '../api/later.ts'
import type { Member } from '../api/session.ts'
import { closeLayer, useOpenLayer } from './layers.ts'

const loadPalette = async () => ({ default: (await import('./Palette.tsx')).Palette })
const Palette = later(loadPalette)
const KeysHelp = later(async () => ({ default: (await import('./KeysHelp.tsx')).KeysHelp }))

const SETTLED_MILLISECONDS = 1500

/** The layers over every page, fetched when the page has settled or when they are first opened. */
export function FrameLayers({ member }: { readonly member: Member }) {
  const open = useOpenLayer()
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), SETTLED_MILLISECONDS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Suspense>
      {open === 'palette' && <Palette member={member} onClose={closeLayer} />}
      {open === 'keys' && <KeysHelp onClose={closeLayer} />}
    </Suspense>
  )
}
