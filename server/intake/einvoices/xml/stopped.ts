import { type EinvoiceFinding, finding } from '../findings.ts'

/** Ends the reading with a finding of our own. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  readonly finding: EinvoiceFinding

  constructor(why: EinvoiceFinding) {
    super(why.code)
    this.finding = why
  }
}

/** For files that are built to exhaust their reader. */
export function tooComplex(what: string, line: number): Stopped {
  return new Stopped(finding('xml_too_complex', { what, line }))
}
