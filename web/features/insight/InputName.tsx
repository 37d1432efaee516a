import { Link } from '@tanstack/react-router'

import { useT } from '../../language/texts.ts'
import type { FigureInput, InsightSearch } from './insight.ts'

type InputNameProps = {
  readonly input: FigureInput
  readonly search: InsightSearch
  readonly currency: string
}

/** A term of the arithmetic; where it is a sum of rows it leads to them. */
export function InputName({ input, search, currency }: InputNameProps) {
  const t = useT()
  const { name, rows } = input
  const label = t(`insight.inputs.${name}`)
  if (rows === null) return label
  return (
    <Link
      to="/insight/rows"
      search={{ ...search, currency, of: name, rows }}
      className="text-brand underline-offset-2 hover:underline pointer-coarse:inline-block pointer-coarse:py-2"
    >
      {label}
    </Link>
  )
}
