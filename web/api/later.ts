import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

import { isMissingPart, lookForNewer } from './version.ts'

/**
 * A part of a page that is fetched when it is first needed. If it went with an update, the page stays
 * as it is, with all that was typed, and the frame says that there is a new version.
 */
export function later<Props extends object>(
  load: () => Promise<{ readonly default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => {
    try {
      return await load()
    } catch (error) {
      if (isMissingPart(error) && (await lookForNewer())) return { default: Nothing }
      throw error
    }
  })
}

function Nothing() {
  return null
}
