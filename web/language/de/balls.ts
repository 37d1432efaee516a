import type { RestTexts } from '../translated.ts'

export const balls: RestTexts['balls'] = {
  days_one: '{count} Werktag',
  days_other: '{count} Werktage',
  daysLeft_one: '{count} Werktag',
  daysLeft_other: '{count} Werktagen',
  clock: {
    until: 'Nach {day} wieder bei der Buchhaltung, in {days}. Bis dahin mahnt sie nicht.',
    today: 'Nach heute, {day}, wieder bei der Buchhaltung. Bis dahin mahnt sie nicht.',
    legal: 'Beim Recht: Buchhaltung und Vertrieb schreiben nichts.',
  },
  asks: '{name} fragt: „{note}“',
  says: '„{note}“',
  take: {
    title: '{name} übernehmen',
    text: 'Jetzt sprechen Sie mit dem Kunden, statt der Buchhaltung.',
    pauses: 'Die Buchhaltung mahnt nicht, solange Sie ihn haben.',
    until: 'Sie haben ihn bis {day}: {days}. Danach geht er von selbst zurück.',
    left_zero: 'In diesem Quartal kann er nicht noch einmal übernommen werden.',
    left_one:
      'In diesem Quartal kann er noch {count} Mal übernommen werden, dieses Mal mitgezählt.',
    left_other:
      'In diesem Quartal kann er noch {count} Mal übernommen werden, dieses Mal mitgezählt.',
    note: 'Was Sie vorhaben',
    do: 'Von der Buchhaltung übernehmen',
    taken: '{name} gehört bis {day} Ihnen.',
  },
  history: {
    open_one: '{count} Mal übernommen',
    open_other: '{count} Mal übernommen',
    title: 'Wer ihn hatte',
    taken: '{name} hat übernommen',
    passed: '{by} hat an {name} übergeben',
    legal: 'Das Recht hat übernommen',
    somebody: 'jemand',
    still: 'seit {from}, bis {until}',
    until: '{from} bis {until} · {why}',
    back: {
      outcome: 'kam mit einem Ergebnis zurück',
      clock: 'die Frist lief ab',
      finance: 'zurückgeholt von {by}',
      seller: 'zurückgegeben von {by}',
      legal: 'das Recht hat übernommen',
    },
  },
  offer: {
    asked: '{name} fragt, ob Sie übernehmen, bis {day}.',
    asks: '{name} fragt, ob Sie übernehmen, bis {day}: „{note}“',
    waits: 'Der Vertrieb ist gefragt, ob er übernimmt, bis {day}.',
    no: 'Nein danke',
    noTitle: '{name} bei der Buchhaltung lassen?',
    noText:
      'Die Buchhaltung macht weiter wie bisher und fragt eine Weile nicht wieder. Von sich aus übernehmen können Sie weiterhin.',
    noNote: 'Warum',
    noDo: 'Nein danke',
    noSaid: 'Die Buchhaltung weiß es: {name} bleibt bei ihr.',
    only: 'Nur fragen, ob übernommen wird',
    text: 'Die Frage kommt per E-Mail; ein Knopf genügt zum Übernehmen, ohne Anmeldung. Bis dahin macht die Buchhaltung weiter.',
    do: '{seller} fragen',
    said: '{seller} ist gefragt.',
  },
}
