import { textOfCode } from '../../../language/texts.ts'

type Reason = { readonly code: string; readonly values: Readonly<Record<string, string | number>> }

/** Why somebody gets nothing, as a sentence. */
export function reasonText({ code, values }: Reason): string {
  return textOfCode(`gate.${code}`, values) ?? code
}
