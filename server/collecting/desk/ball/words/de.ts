import type { BallWords } from './types.ts'

export const de: BallWords = {
  smallPrint: (until) =>
    `Der Link ist nur für Sie und bis ${until} offen: Bitte leiten Sie diese Nachricht nicht weiter. Ihn zu öffnen ändert nichts; erst eine Wahl auf der Seite zählt.`,
  facts: {
    customer: 'Kunde',
    overdue: 'Jetzt überfällig',
    oldest: 'Verspätet seit',
    until: 'Bei Ihnen bis',
  },
  days: (count) => `${count} Tagen`,
  says: (asker) => (asker === '' ? 'Die Frage' : `${asker} schreibt`),
  noteHint: 'Muss nicht sein. Kolleginnen und Kollegen lesen es, der Kunde nicht.',
  take: {
    title: (customer) => `Möchten Sie ${customer} übernehmen?`,
    asks: (asker, until) =>
      `${asker} meint, dass ein Wort von Ihnen mehr hilft als noch eine Erinnerung. Übernehmen Sie, pausiert die Buchhaltung bis ${until}.`,
    button: 'Ansehen und entscheiden',
    note: 'Was haben Sie vor?',
    do: 'Von der Buchhaltung übernehmen',
    doText: (until) => `Erinnerungen pausieren bis ${until}`,
    decline: 'Nein danke',
    declineText: 'Die Buchhaltung macht weiter wie bisher und erfährt davon',
    declined:
      'Sie haben abgelehnt. Die Buchhaltung macht mit diesem Kunden weiter; in Goodterms können Sie noch übernehmen.',
    otherwise: 'Niemand hat übernommen: Die Buchhaltung macht weiter wie bisher.',
    done: 'Vielen Dank, Sie haben übernommen.',
    doneText: (customer, until) =>
      `Die Buchhaltung schreibt ${customer} bis ${until} nichts. Vorher werden Sie gefragt, was daraus wurde.`,
    theirs: (customer, until) => `Sie haben ${customer} bis ${until} übernommen.`,
    refusals: {
      already_with_seller: 'Dieser Kunde liegt schon beim Vertrieb.',
      in_legal_lane: 'Die Rechtsabteilung hat das inzwischen übernommen.',
      not_their_seller: 'Um diesen Kunden kümmert sich jetzt jemand anderes.',
      nothing_overdue: 'Es ist nichts mehr überfällig. Gute Nachricht!',
      promises_broken:
        'Zusagen wurden zuvor nicht gehalten; die Buchhaltung macht bei diesem Kunden selbst weiter.',
      taken_too_often: 'Sie haben diesen Kunden so oft übernommen, wie im Quartal vereinbart ist.',
    },
  },
  tell: {
    title: (customer) => `Was wurde daraus bei ${customer}?`,
    asks: (asker, customer, until) =>
      `${asker === '' ? 'Die Buchhaltung' : asker} fragt Sie zu ${customer}. Die Buchhaltung schreibt bis ${until} nichts; ein Tipp genügt, um zu sagen, was daraus wurde.`,
    button: 'Jetzt antworten',
  },
}
