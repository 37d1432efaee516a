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
    finance: 'Buchhaltung',
    legal: 'Recht',
    other: 'Andere Abteilung',
  },
  usual: {
    never_received:
      'Der Kunde sagt, er habe die Rechnung nie erhalten. Wann und wohin haben wir sie geschickt, und ist der Eingang belegt?',
    wrong_amount:
      'Der Kunde sagt, der Betrag sei falsch. Stimmt das? Wenn ja, welcher ist richtig?',
    price:
      'Der Kunde sagt, es sei ein anderer Preis vereinbart. Was wurde vereinbart, und wo steht es?',
    quality:
      'Der Kunde ist mit Ware oder Leistung nicht zufrieden. Ist das bekannt, und was bieten wir an?',
    quantity: 'Der Kunde sagt, die Menge stimme nicht. Was haben wir geliefert, und was belegt es?',
    not_delivered:
      'Der Kunde sagt, es sei nicht geliefert worden. Wurde geliefert, wann, und gibt es den unterschriebenen Lieferschein?',
    missing_po: 'Der Kunde braucht seine Bestellnummer auf der Rechnung. Welche ist es?',
    duplicate: 'Der Kunde sagt, er habe zweimal eine Rechnung bekommen. Stimmt das?',
    already_paid: 'Der Kunde sagt, er habe bezahlt. Ist die Zahlung zu finden?',
    wrong_entity: 'Der Kunde sagt, eine andere Firma sei der Empfänger. Welche hat bestellt?',
    other: 'Der Kunde erkennt diese Rechnung nicht an. Hat er recht? Wenn nicht, was belegt es?',
  },
}
