import type { Words } from './types.ts'

export const de: Words = {
  greeting: (name) => (name ? `Guten Tag ${name},` : 'Sehr geehrte Damen und Herren,'),
  documents: (count, only) => {
    if (only) return `${de.kind[only.kind]} ${only.number}`
    return count === 1 ? '1 Rechnung' : `${count} Rechnungen`
  },
  kind: {
    invoice: 'Rechnung',
    credit_note: 'Gutschrift',
    debit_note: 'Lastschrift',
    on_account: 'Akontozahlung',
  },
  column: {
    document: 'Beleg',
    issued: 'Datum',
    due: 'Fällig',
    daysLate: 'Tage überfällig',
    invoiced: 'Betrag',
    paid: 'Bezahlt',
    remaining: 'Offen',
  },
  dated: (kind, number, day) => `${kind} ${number} vom ${day}`,
  dueOn: (day) => `fällig am ${day}`,
  late: (days) => (days === 1 ? 'seit 1 Tag überfällig' : `seit ${days} Tagen überfällig`),
  inDispute: (amount) => `davon in Klärung: ${amount}`,
  andMore: (count) => (count === 1 ? 'und 1 weiterer Beleg' : `und ${count} weitere Belege`),
  sum: {
    concerned: 'Summe dieser Rechnungen',
    disputed: 'abzüglich Beträge in Klärung',
    credits: 'abzüglich Gutschriften',
    unapplied: 'abzüglich noch nicht zugeordneter Zahlungen',
    payable: 'Bitte zahlen Sie',
    overdue: 'Überfällig',
    notDue: 'Noch nicht fällig',
    balance: 'Saldo des Kontos',
    balanceInYourFavour: 'Saldo zu Ihren Gunsten',
  },
  currencySection: (currency) => `Konto in ${currency}`,
  nothingOpen: 'Auf diesem Konto ist kein Posten offen.',
  asOf: (day) => `Stand: ${day}.`,
  paymentsUntil: (day) => `Zahlungseingänge bis einschließlich ${day} sind berücksichtigt.`,
  ledgerOf: (moment) => `Buchungsstand: ${moment}.`,
  customerNumber: 'Kundennummer',
  purchaseOrder: (number) => `Ihre Bestellung ${number}`,
  vatId: 'USt-IdNr.',
  paymentDetails: 'Bankverbindung',
  pleaseQuote: (number) =>
    `Bitte geben Sie Ihre Kundennummer ${number} und die Rechnungsnummern an.`,
  payBefore: 'Bitte zahlen Sie',
  copy: {
    subject: (subject) => `Kopie: ${subject}`,
    above: (day) =>
      `Wie gewünscht erhalten Sie hier eine Kopie unserer Nachricht vom ${day}. Die Beträge sind die von damals; was Sie seither bezahlt haben, ist darin nicht abgezogen.`,
  },
  statement: {
    title: 'Kontoauszug',
    page: (page, pages) => `Seite ${page} von ${pages}`,
    continued: 'Fortsetzung',
    contact: 'Ansprechpartner',
    date: 'Datum',
    subtitle: (customer) => `Offene Posten von ${customer}`,
    disputedNote: 'Beträge in Klärung fordern wir erst nach deren Abschluss an.',
  },
  nextStep: {
    delivery_stop: 'werden wir weitere Lieferungen und Leistungen auf Rechnung einstellen',
    collection_agency: 'werden wir die Forderung einem Inkassounternehmen übergeben',
    legal_action: 'werden wir die Forderung unseren Anwälten zur Beitreibung übergeben',
    formal_notice: 'werden wir Ihnen eine förmliche Mahnung per Einschreiben zustellen',
    management_call: 'wird sich unsere Geschäftsleitung direkt an die Ihre wenden',
  },
}
