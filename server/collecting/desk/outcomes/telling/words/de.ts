import type { TellWords } from './types.ts'

export const de: TellWords = {
  said: 'Was hat der Kunde gesagt?',
  whom: 'Mit wem haben Sie gesprochen?',
  nobodyNamed: 'Jemand anderes',
  choose: 'Was daraus wurde',
  outcomes: {
    promised: { name: 'Zahlung zugesagt', text: 'Ein Betrag und ein Tag' },
    wants_plan: { name: 'Möchte in Raten zahlen', text: 'Wie viele, und ab wann' },
    dispute: { name: 'Etwas stimmt nicht', text: 'Eine Rechnung oder ein Teil davon' },
    already_paid: { name: 'Laut Kunde schon bezahlt', text: 'Finanzen sucht das Geld' },
    needs_documents: { name: 'Braucht Unterlagen', text: 'Sie gehen jetzt per E-Mail hinaus' },
    wrong_person: { name: 'Es war die falsche Person', text: 'Wer ist die richtige?' },
    short_of_cash: { name: 'Kann gerade nicht zahlen', text: 'Über Bedingungen ist zu reden' },
    refuses: { name: 'Will nicht zahlen', text: 'Finanzen macht weiter' },
    not_reached: { name: 'Niemanden erreicht', text: 'Sie versuchen es am nächsten Werktag' },
    other: { name: 'Etwas anderes', text: 'Wie oben geschrieben' },
  },
  note: {
    promised: 'Zusage festhalten',
    wants_plan: 'Ratenplan festhalten',
    dispute: 'Festhalten',
    needs_documents: 'Unterlagen senden',
    wrong_person: 'Festhalten',
  },
  amount: (currency) => `Betrag in ${currency}`,
  day: 'Tag',
  alone: (day) =>
    `Bis ${day} können Sie allein vereinbaren. Für einen späteren Tag wird um Freigabe gebeten.`,
  plan: {
    covers: (total, invoices) => `Alles Überfällige: ${total} (${invoices}).`,
    parts: 'Wie viele Raten?',
    partsAlone: (count) => `Bis zu ${count} können Sie allein vereinbaren.`,
    firstOn: 'Erste Zahlung am',
    firstAmount: (currency) => `Erste Zahlung in ${currency}`,
    firstHint: 'Leer gelassen sind alle Raten gleich.',
    rhythm: 'Danach',
    rhythms: { week: 'jede Woche', fortnight: 'alle zwei Wochen', month: 'jeden Monat' },
  },
  dispute: {
    invoice: 'Welche Rechnung?',
    chooseInvoice: 'Rechnung wählen',
    reason: 'Was stimmt nicht?',
    chooseReason: 'Grund wählen',
    amount: 'Wie viel davon?',
    amountHint: 'Leer gelassen alles, was davon offen ist.',
  },
  documents: { which: 'Zu welchen Rechnungen?', without: 'hier kein PDF' },
  person: {
    hint: 'Leer gelassen wird jemand gebeten, es herauszufinden. Wen Sie oben genannt haben, dem wird nicht mehr geschrieben.',
    name: 'Name der richtigen Person',
    email: 'E-Mail',
    phone: 'Telefon',
  },
  invoice: (number, day, open) => `${number} vom ${day} · ${open}`,
  missing: {
    promised: 'Bitte Betrag und Tag der Zusage eintragen.',
    wants_plan: 'Bitte die Zahl der Raten und den Tag der ersten eintragen.',
    dispute: 'Bitte die Rechnung wählen und sagen, was daran nicht stimmt.',
    needs_documents: 'Bitte mindestens eine Rechnung wählen.',
    wrong_person:
      'Bitte den Namen der richtigen Person eintragen oder alle drei Felder leer lassen.',
    other: 'Bitte zuerst schreiben, was daraus wurde.',
  },
  refusals: {
    already_disputed: 'Diese Rechnung ist schon ganz reklamiert.',
    already_in_plan: 'Das steht schon in einem Ratenplan oder in einem, der auf Freigabe wartet.',
    already_promised: 'So viel ist bereits zugesagt.',
    disputes_more_than_open: 'Das ist mehr, als von dieser Rechnung offen und unbestritten ist.',
    instalment_in_the_past: 'Die erste Zahlung kann nicht vor heute liegen.',
    instalments_do_not_add_up: 'Die erste Zahlung muss für die übrigen Raten etwas übrig lassen.',
    malformed_email: 'Das ist keine E-Mail-Adresse.',
    malformed_phone: 'Das ist keine Telefonnummer.',
    more_than_owed: 'Das ist mehr, als offen ist.',
    not_readable: 'Etwas davon ist nicht lesbar. Bitte sehen Sie nach Betrag und Tag.',
    nothing_open: 'Dort ist nichts mehr offen.',
    promised_for_the_past: 'Dieser Tag ist vorbei.',
    promised_too_late: 'Das ist mehr als neunzig Tage hin: Vereinbaren Sie lieber Raten.',
  },
  done: 'Vielen Dank, es ist festgehalten.',
  doneText: 'Finanzen sieht es sofort. Sie können diese Seite schließen.',
  followed: {
    asked:
      'Es geht weiter, als Sie allein vereinbaren dürfen. Um Freigabe ist gebeten; Sie hören davon per E-Mail.',
    disputed: 'Um diesen Teil mahnt niemand, bis er geklärt ist.',
    mailed: 'Der Kunde bekommt die Unterlagen jetzt per E-Mail.',
    byHand:
      'Per E-Mail ist niemand zu erreichen: Der Text liegt bei Ihren Aufgaben, zum Senden von Hand.',
    without: (numbers) => `Von ${numbers} gibt es kein PDF: Jemand wird darum gebeten.`,
    retry: (day) =>
      `Sie versuchen es am ${day} wieder; derselbe Link steht dann für das Ergebnis offen.`,
  },
  goneBack: (customer) =>
    `${customer} ist wieder bei Finanzen. In Goodterms können Sie weiterhin festhalten, was daraus wurde.`,
  refused:
    'So lässt es sich nicht festhalten. Es wurde nichts vermerkt; bitte versuchen Sie es über die Nachricht noch einmal oder in Goodterms.',
}
