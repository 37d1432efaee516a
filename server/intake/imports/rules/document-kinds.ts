import { fold } from '../../tables/rules/texts.ts'

export type DocumentKind = 'invoice' | 'credit_note' | 'debit_note' | 'on_account'

const KINDS: readonly (readonly [DocumentKind, RegExp])[] = [
  [
    'credit_note',
    /credit ?(?:note|memo)|\bcredit\b(?! (?:card|transfer))|gutschrift|storno|avoir|note de credit|abono|nota de credito|rectificativ|refund|out refund|accreccredit|\bcn\b|\bcm\b|\bdg\b|\bgs\b|\bgu\b/,
  ],
  ['debit_note', /debit ?(?:note|memo)|lastschriftanzeige|note de debit|nota de (?:debito|cargo)/],
  [
    'on_account',
    /payment|prepay|on account|deposit|receipt|unapplied|zahlung|anzahlung|akonto|a ?conto|paiement|reglement|acompte|pago|cobro|anticipo|\bdz\b|\bzv\b|\bpmt\b/,
  ],
  [
    'invoice',
    /invoice|rechnung|facture|factura|\binv\b|accrec\b|\brv\b|\bdr\b|\bre\b|\bar\b|\brg\b|\bfa\b|bill|sale/,
  ],
]

/** What a document type of a file means; null when it is a code that we do not know. */
export function documentKindOf(type: string | undefined): DocumentKind | null {
  if (!type) return null
  const folded = fold(type)
  return KINDS.find(([, words]) => words.test(folded))?.[0] ?? null
}

/** Whether a debit/credit sign means a credit: H(aben), C(redit), minus. */
export function isCreditSign(sign: string | undefined): boolean {
  return sign !== undefined && /^(?:h|haben|c|cr|k|credit|haber|-|g)$/i.test(sign.trim())
}
