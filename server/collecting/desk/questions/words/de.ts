import type { QuestionWords } from './types.ts'

export const de: QuestionWords = {
  mail: {
    subject: (customer, number) => `Ihre Antwort bitte: ${customer}, Rechnung ${number}`,
    greeting: (name) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
    asks: (asker, customer, number) =>
      `${asker} braucht Ihre Antwort: ${customer} erkennt die Rechnung ${number} nicht an. Ein Klick genügt, ein Konto brauchen Sie nicht.`,
    button: 'Jetzt antworten',
    smallPrint: (organisation) =>
      `Gesendet von ${organisation}. Der Link ist nur für Sie: Bitte leiten Sie diese Nachricht nicht weiter. Das Öffnen ändert nichts, erst eine gewählte Antwort.`,
  },
  reminder: {
    subject: (customer, number) => `Noch offen: Ihre Antwort zu ${customer}, Rechnung ${number}`,
    asks: (asker, customer, number) =>
      `${asker} wartet noch auf Ihre Antwort: ${customer} erkennt Rechnung ${number} nicht an. Ein Klick genügt, Sie brauchen kein Konto.`,
  },
  facts: {
    customer: 'Kunde',
    invoice: 'Rechnung',
    reason: 'Was nicht stimmt',
    amount: 'Strittig',
    answerBy: 'Bitte antworten bis',
    saysCustomer: 'Was notiert wurde',
  },
  page: {
    title: (customer, number) => `${customer}, Rechnung ${number}`,
    asks: (asker) => `${asker} fragt`,
    note: 'Möchten Sie etwas hinzufügen?',
    noteHint: 'Freiwillig. Nur Kolleginnen und Kollegen lesen es.',
    choose: 'Ihre Antwort',
    done: 'Danke. Ihre Antwort ist notiert.',
    doneText: (asker) => `${asker} sieht sie sofort. Sie können diese Seite schließen.`,
    later: 'Notiert: Sie brauchen mehr Zeit.',
    laterText: (day) => `Bitte antworten Sie bis ${day} über denselben Link.`,
    answered: 'Sie haben geantwortet',
    settled: 'Diese Reklamation ist inzwischen erledigt. Es gibt nichts mehr zu beantworten.',
    file: 'Dokument beilegen',
    fileHint: 'Freiwillig, zum Beispiel der Lieferschein. PDF oder Bild, höchstens 10 MB.',
    notUs: 'Nicht für Sie?',
    notUsHint: 'Geben Sie die Frage weiter; die andere Abteilung bekommt eine eigene E-Mail.',
    department: 'Wer soll antworten',
    passOn: 'Weitergeben',
    passedOn: 'Weitergegeben. Vielen Dank.',
    passedOnText: (department) =>
      `${department} bekommt eine E-Mail mit der Frage. Sie können diese Seite schließen.`,
  },
  answers: {
    credit_note: { name: 'Der Kunde hat recht', text: 'Eine Gutschrift ist fällig' },
    corrected_invoice: { name: 'Die Rechnung war falsch', text: 'Sie ist zu berichtigen' },
    delivery_proved: { name: 'Wir haben geliefert', text: 'Es gibt einen Nachweis' },
    rejected: { name: 'Die Rechnung stimmt', text: 'Der Kunde soll zahlen' },
    need_time: { name: 'Ich brauche mehr Zeit', text: 'Eine Woche mehr' },
    not_us: { name: 'Nicht wir', text: 'Eine andere Abteilung soll antworten' },
  },
  reasons: {
    never_received: 'Rechnung nie erhalten',
    wrong_amount: 'Falscher Betrag',
    price: 'Preis',
    quality: 'Qualität',
    quantity: 'Menge',
    not_delivered: 'Nicht geliefert',
    missing_po: 'Bestellnummer fehlt',
    duplicate: 'Doppelt berechnet',
    already_paid: 'Schon bezahlt',
    wrong_entity: 'Falsche Firma',
    other: 'Etwas anderes',
  },
  departments: {
    sales: 'Vertrieb',
    logistics: 'Logistik',
    quality: 'Qualität',
    billing: 'Fakturierung',
    purchasing: 'Einkauf',
    finance: 'Finanzen',
    legal: 'Recht',
    other: 'Andere Abteilung',
  },
}
