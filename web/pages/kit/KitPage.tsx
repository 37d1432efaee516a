import { useState } from 'react'

import { day } from '#kernel/day.ts'

import { currentLanguageOptions } from '../../features/access/person.ts'
import { chooseTheme, themes, useTheme } from '../../frame/theme.ts'
import { currentLanguage, speak } from '../../language/texts.ts'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { localeOf } from '../../ui/format/locale.ts'
import { ReaderContext } from '../../ui/reader.ts'
import { KitControls } from './KitControls.tsx'
import { KitFigures } from './KitFigures.tsx'
import { KitLayers } from './KitLayers.tsx'
import { KitStates } from './KitStates.tsx'
import { KitTable } from './KitTable.tsx'

/** All parts on one page, to be looked at: light, dark, four languages, narrow and wide. */
export function KitPage() {
  const [language, setLanguage] = useState(currentLanguage)
  const theme = useTheme()
  const reader = { locale: localeOf(language, []), today: day('2026-11-20'), zone: 'Europe/Paris' }
  return (
    <ReaderContext value={reader}>
      <main className="mx-auto flex max-w-280 flex-col gap-10 px-4 py-8 lg:px-8">
        <header className="flex flex-wrap items-center gap-4">
          <h1 className="flex-1 text-28 font-strong">Kit</h1>
          <Segmented
            label="Language"
            value={language}
            options={currentLanguageOptions}
            onChange={(chosen) => {
              void speak(chosen)
              setLanguage(chosen)
            }}
          />
          <Segmented
            label="Theme"
            value={theme}
            options={themes.map((value) => ({ value, name: value }))}
            onChange={chooseTheme}
          />
        </header>
        <KitControls />
        <KitFigures />
        <KitTable />
        <KitLayers />
        <KitStates />
      </main>
    </ReaderContext>
  )
}
