import { type ComponentType, lazy, type LazyExoticComponent } from 'react'

type Later<Props> = {
  readonly Part: LazyExoticComponent<ComponentType<Props>>
  readonly fetch: () => void
}

/** A floating part that is fetched when it is first needed; where it cannot be, it stays away. */
export function partOf<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): Later<Props> {
  const loading = async () => ({ default: await load().catch(() => Nothing) })
  return { Part: lazy(loading), fetch: () => void loading() }
}

function Nothing() {
  return null
}
