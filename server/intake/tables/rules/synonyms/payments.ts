import type { Field } from '../fields.ts'
import { RECEIVABLE_WORDS } from './receivables.ts'
import type { Words } from './words.ts'

/** Headings of payments received. Plain 'date' and 'amount' are the payment's in such a table. */
export const PAYMENT_WORDS: Partial<Record<Field, Words>> = {
  payment_number: {
    en: 'payment number|payment id|receipt number|receipt no|payment no|transaction id|receipt|payment|receipt id|payment reference number|number|id|transaction number|cash receipt',
    de: 'zahlungsnummer|zahlung nr|zahlungs id|quittungsnummer|belegnummer|beleg nr|buchungsnummer|zahlung|nummer|transaktionsnummer',
    fr: 'numero de paiement|numero de reglement|n reglement|id paiement|numero|n paiement|piece',
    es: 'numero de pago|id pago|numero de cobro|n cobro|recibo|numero de recibo|n pago|numero',
    erp: 'paymentid|payment_id|augbl|trxid|paymentrefnum|transid',
  },
  payment_date: {
    en: 'payment date|date paid|paid on|receipt date|value date|date|posting date|received on|date received|paid date|cash date|transaction date|deposit date|booking date',
    de: 'zahlungsdatum|zahldatum|valuta|wertstellung|buchungsdatum|zahlungseingang|eingang am|datum|bezahlt am|buchungstag|eingangsdatum|zahlungseingang am|valutadatum',
    fr: 'date de paiement|date de reglement|date paiement|date reglement|date de valeur|date|date d encaissement|date encaissement|date comptable',
    es: 'fecha de pago|fecha pago|fecha de cobro|fecha cobro|fecha valor|fecha|fecha de ingreso|fecha contable',
    erp: 'augdt|valut|paymentdate|payment_date|txndate|clear_date',
  },
  payment_amount: {
    en: 'payment amount|amount paid|amount|amount received|receipt amount|paid|paid amount|total|received|credit|credit amount|applied amount|amount applied|payment',
    de: 'zahlbetrag|zahlungsbetrag|gezahlter betrag|betrag|eingegangener betrag|zahlung|zahlungseingang betrag|bezahlt|haben|summe|umsatz',
    fr: 'montant paye|montant du paiement|montant regle|montant|montant encaisse|montant du reglement|reglement|credit|paiement',
    es: 'importe pagado|importe del pago|importe cobrado|importe|monto|importe cobro|pago|cobro|haber|monto pagado',
    erp: 'wrbtr|payment_amount|totalamt|amountpaid|dmbtr|amount_paid',
  },
  invoice_number: {
    en: 'invoice number|invoice no|invoice|invoice id|applied to|document number|applied invoice|applies to invoice|bill number|invoices|paid invoice|invoice ref|doc id|apply to',
    de: 'rechnungsnummer|rechnung|rechnungs nr|re nr|rechnungsnr|ausgeglichene rechnung|bezahlte rechnung|verrechnet mit|rechnung nr|belegfeld 1',
    fr: 'numero de facture|facture|numero facture|n facture|facture reglee|facture payee|no facture',
    es: 'numero de factura|factura|n factura|factura pagada|factura cobrada|numero factura|no factura',
    erp: 'rebzg|invoicenumber|invoice_id|doc_id|xblnr|linkedtxn|vbeln',
  },
  payment_method: {
    en: 'payment method|method|payment type|payment mode|paid by|tender|means of payment',
    de: 'zahlungsart|zahlweg|zahlungsweg|zahlungsmittel|zahlungsweise|zahlart',
    fr: 'mode de paiement|mode de reglement|moyen de paiement|type de paiement',
    es: 'forma de pago|metodo de pago|medio de pago|tipo de pago|forma de cobro',
    erp: 'zlsch|paymentmethodref|payment_method|paymentmethod',
  },
  payer_iban: {
    en: 'iban|payer iban|account iban|bank account|sender iban',
    de: 'iban|konto des zahlers|auftraggeberkonto|iban auftraggeber|bankverbindung',
    fr: 'iban|iban du payeur|compte bancaire',
    es: 'iban|cuenta bancaria|iban del ordenante',
  },
  reference: {
    en: 'reference|payment reference|remittance|remittance information|details|memo|ref|description|note|bank reference',
    de: 'verwendungszweck|referenz|zahlungsreferenz|buchungstext|text|bemerkung',
    fr: 'reference|libelle|communication|reference du paiement|motif|ref',
    es: 'referencia|concepto|descripcion|observaciones|ref',
    erp: 'sgtxt|zuonr|memo',
  },
  currency: RECEIVABLE_WORDS.currency ?? {},
  due_date: RECEIVABLE_WORDS.due_date ?? {},
  external_id: RECEIVABLE_WORDS.external_id ?? {},
  document_type: RECEIVABLE_WORDS.document_type ?? {},
  debit_credit: RECEIVABLE_WORDS.debit_credit ?? {},
  local_amount: RECEIVABLE_WORDS.local_amount ?? {},
  balance: RECEIVABLE_WORDS.balance ?? {},
}
