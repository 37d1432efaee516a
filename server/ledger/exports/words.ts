export type Language = 'en' | 'de' | 'fr' | 'es'

/** The heads of columns, for the reader of the file. */
const WORDS = {
  number: ['Number', 'Nummer', 'Numéro', 'Número'],
  customer: ['Customer', 'Kunde', 'Client', 'Cliente'],
  customer_number: ['Customer number', 'Kundennummer', 'Numéro client', 'Número de cliente'],
  country: ['Country', 'Land', 'Pays', 'País'],
  segment: ['Segment', 'Segment', 'Segment', 'Segmento'],
  owner: ['Owner', 'Betreuer', 'Responsable', 'Responsable'],
  collector: ['Collector', 'Mahnwesen', 'Recouvreur', 'Gestor de cobros'],
  currency: ['Currency', 'Währung', 'Devise', 'Moneda'],
  owed: ['Owed', 'Offen', 'Dû', 'Pendiente'],
  overdue: ['Overdue', 'Überfällig', 'En retard', 'Vencido'],
  credit: ['Credit', 'Gutschriften', 'Avoirs', 'Abonos'],
  on_account: ['On account', 'Akonto', 'Acomptes', 'A cuenta'],
  balance: ['Balance', 'Saldo', 'Solde', 'Saldo'],
  oldest_due: [
    'Oldest due date',
    'Älteste Fälligkeit',
    'Échéance la plus ancienne',
    'Vencimiento más antiguo',
  ],
  days_late: ['Days late', 'Tage überfällig', 'Jours de retard', 'Días de retraso'],
  kind: ['Kind', 'Art', 'Type', 'Tipo'],
  instalment: ['Instalment', 'Rate', 'Échéance n°', 'Plazo'],
  issued: ['Issued on', 'Belegdatum', 'Émise le', 'Emitida el'],
  due: ['Due on', 'Fällig am', 'Échéance', 'Vence el'],
  total: ['Total', 'Betrag', 'Montant', 'Importe'],
  set_on: ['Counted on', 'Angerechnet am', 'Imputé le', 'Imputado el'],
  amount: ['Amount', 'Betrag', 'Montant', 'Importe'],
  open: ['Open', 'Offen', 'Reste dû', 'Pendiente'],
  disputed: ['Disputed', 'Strittig', 'Contesté', 'En disputa'],
  purchase_order: ['Purchase order', 'Bestellnummer', 'Bon de commande', 'Orden de compra'],
  group: ['Group', 'Gruppe', 'Groupe', 'Grupo'],
  not_due: ['Not due', 'Nicht fällig', 'Non échu', 'No vencido'],
  over: ['Over', 'Über', 'Plus de', 'Más de'],
  days: ['days', 'Tage', 'jours', 'días'],
  all: ['All', 'Gesamt', 'Total', 'Total'],
  nobody: ['None', 'Ohne', 'Aucun', 'Ninguno'],
  invoice: ['Invoice', 'Rechnung', 'Facture', 'Factura'],
  credit_note: ['Credit note', 'Gutschrift', 'Avoir', 'Abono'],
  debit_note: ['Debit note', 'Lastschriftanzeige', 'Note de débit', 'Nota de débito'],
  commercial: ['Commercial', 'Geschäftskunde', 'Professionnel', 'Empresa'],
  consumer: ['Consumer', 'Verbraucher', 'Particulier', 'Consumidor'],
} as const satisfies Record<string, readonly [en: string, de: string, fr: string, es: string]>

export type Word = keyof typeof WORDS

const PLACES: Readonly<Record<Language, number>> = { en: 0, de: 1, fr: 2, es: 3 }

export function wordsIn(language: Language): (word: Word) => string {
  return (word) => WORDS[word][PLACES[language]] ?? word
}
