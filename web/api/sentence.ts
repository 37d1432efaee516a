import { t, textOfCode } from '../language/texts.ts'
import { RefusedError, UnreachableError } from './call.ts'

/** What went wrong, as a sentence for the person who reads it. */
export function sentenceOf(error: unknown): string {
  if (error instanceof UnreachableError) return t('ui.state.unreachable')
  const sentence =
    error instanceof RefusedError ? textOfCode(`refusals.${error.code}`, error.details) : null
  return sentence ?? t('refusals.internal_error')
}

/** The request to name to those who keep the logs. */
export function referenceOf(error: unknown): string | undefined {
  if (!(error instanceof RefusedError)) return undefined
  const { request } = error.details
  return request === undefined ? undefined : String(request)
}
