import type { FigureInput, FigureName } from './insight.ts'

type Sign = '+' | '−' | '×' | '÷'
type Signs = Partial<Record<FigureInput['name'], Sign>>

/** How each term enters a figure; the first has no sign. */
export const SIGNS: Readonly<Record<FigureName, Signs>> = {
  owed: { overdue: '+' },
  overdue: {},
  dso: { sales: '÷', days: '×' },
  dso_count_back: {},
  bpdso: { sales: '÷', days: '×' },
  add: { bpdso: '−' },
  cei: {},
  weighted_delay: { collected: '÷' },
}
