import type { FindingDetails } from '../tables/rules/findings.ts'
import { isTableFindingCode, finding } from '../tables/rules/findings.ts'
import { importFinding, isImportFindingCode } from './rules/findings.ts'

/** What a finding says, in English; its code where it is an e-invoice's own. */
export function sentenceOf(code: string, details: FindingDetails): string {
  if (isImportFindingCode(code)) return importFinding(code, {}, details).message
  if (isTableFindingCode(code)) return finding(code, {}, details).message
  return code.replace('einvoice_', '').replaceAll('_', ' ')
}
