import type { FindingCode, FindingDetails } from '../rules/findings.ts'

/** The file as a whole cannot be read; becomes the one finding of its inspection. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly code: FindingCode
  readonly details: FindingDetails

  constructor(code: FindingCode, details: FindingDetails = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.details = details
  }
}
