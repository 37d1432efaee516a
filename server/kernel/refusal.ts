/** The system's considered "no": expected, explained, safe to show. Anything else thrown is a bug. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind:
    | 'invalid'
    | 'unauthenticated'
    | 'forbidden'
    | 'not_found'
    | 'conflict'
    | 'gone'
    | 'too_many'
  readonly code: string
  /** Plain values that complete the sentence of the code in the reader's language. */
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    kind: Refusal['kind'],
    code: string,
    details: Readonly<Record<string, string | number>> = {},
  ) {
    super(code)
    this.kind = kind
    this.code = code
    this.details = details
  }
}
