import { textOfCode } from '../../../language/texts.ts'
import type { TemplateRow } from './templates.ts'

type Named = Pick<TemplateRow, 'key' | 'name' | 'isShipped'>

/** The name of a shipped template in the reader's language; others are called as they were named. */
export function nameOfTemplate({ key, name, isShipped }: Named): string {
  return (isShipped ? textOfCode(`templates.shipped.${key}`, {}) : null) ?? name
}
