import { useEffect, useState } from 'react'

import { useIsAway } from '../api/reach.ts'
import { lookForNewer, useIsNewer } from '../api/version.ts'
import { useT } from '../language/texts.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

const LOOK_AGAIN_MILLISECONDS = 10 * 60_000

/** Says once that there is a new version, to whoever is not in the middle of a sentence. */
export function NewVersion() {
  const t = useT()
  useLooking()
  const isNewer = useIsNewer()
  const isFree = useOnceNobodyTypes(isNewer)
  return (
    <output className="shrink-0 print:hidden">
      {isNewer && isFree && (
        <Banner
          action={
            <Button variant="quiet" onClick={() => location.reload()}>
              {t('frame.newVersion.reload')}
            </Button>
          }
        >
          {t('frame.newVersion.text')}
        </Banner>
      )}
    </output>
  )
}

/** A server that was away may have come back as another one; so may a page that was out of sight. */
function useLooking(): void {
  const isAway = useIsAway()
  useEffect(() => {
    if (isAway) return undefined
    const look = () => void (document.hidden || lookForNewer())
    look()
    const timer = setInterval(look, LOOK_AGAIN_MILLISECONDS)
    document.addEventListener('visibilitychange', look)
    const worker = 'serviceWorker' in navigator ? navigator.serviceWorker : null
    worker?.addEventListener('controllerchange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      worker?.removeEventListener('controllerchange', look)
    }
  }, [isAway])
}

const TYPED_IN = 'textarea, [contenteditable], input:not([type=checkbox], [type=radio])'

/** True from the first moment on, once it matters, at which no field has the focus. */
function useOnceNobodyTypes(matters: boolean): boolean {
  const [isFree, setFree] = useState(false)
  useEffect(() => {
    if (!matters) return undefined
    const look = () => {
      if (document.activeElement?.matches(TYPED_IN) !== true) setFree(true)
    }
    // Between two fields the focus is nowhere.
    const soon = () => setTimeout(look)
    look()
    document.addEventListener('focusout', soon)
    return () => document.removeEventListener('focusout', soon)
  }, [matters])
  return isFree
}
