import type { PolicyName, PolicyValues } from './fields.ts'

export type PolicyRowProps = {
  readonly name: PolicyName
  readonly values: PolicyValues
  readonly defaults: PolicyValues
  readonly onChange: (part: Partial<PolicyValues>) => void
  readonly canChange: boolean
  readonly usualCurrency: string
}
