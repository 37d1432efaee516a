import { useState } from 'react'

import { useT } from '../../../language/texts.ts'
import { Doorway } from '../Doorway.tsx'
import { useDoorTitle } from '../use-door-title.ts'
import { OwnCompany } from './OwnCompany.tsx'
import { StartChoice } from './StartChoice.tsx'

/** The first minutes: a company of one's own, or a look around in the demo. */
export function Start() {
  const t = useT()
  const [isOwn, setOwn] = useState(false)
  useDoorTitle(t('access.start.title'))
  if (isOwn) {
    return (
      <Doorway isWide title={t('access.start.own')}>
        <OwnCompany onBack={() => setOwn(false)} />
      </Doorway>
    )
  }
  return (
    <Doorway isWide title={t('access.start.title')} text={t('access.start.text')}>
      <StartChoice onOwn={() => setOwn(true)} />
    </Doorway>
  )
}
