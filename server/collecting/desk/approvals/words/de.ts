import type { ApprovalWords } from './types.ts'

export const de: ApprovalWords = {
  title: (customer) => `Ihre Entscheidung zu ${customer}`,
  button: 'Ansehen und entscheiden',
  smallPrint: (until) =>
    `Der Link ist nur für Sie und bis ${until} offen: Bitte leiten Sie diese Nachricht nicht weiter. Ihn zu öffnen ändert nichts; erst eine Wahl auf der Seite zählt.`,
  asks: {
    promise: (asker, amount, until) =>
      `${asker} möchte eine Zusage über ${amount} zum ${until} annehmen. Das geht über das hinaus, was allein vereinbart werden darf.`,
    plan: (asker, amount, until) =>
      `${asker} möchte Raten für ${amount} vereinbaren, die letzte am ${until}. Das geht über das hinaus, was allein vereinbart werden darf.`,
  },
  facts: {
    customer: 'Kunde',
    amount: 'Betrag',
    until: 'Ganz bezahlt bis',
    parts: 'Raten',
    beyond: 'Über dem Spielraum',
    overdue: 'Jetzt überfällig',
    broken: 'Bisher nicht gehaltene Zusagen',
    insurer: 'Kreditversichert bei (zuerst informieren)',
    answerBy: 'Offen bis',
  },
  beyond: {
    extension: (asked, allowed) => `${asked} Tage später statt ${allowed}`,
    instalments: (asked, allowed) => `${asked} Raten statt ${allowed}`,
    first_payment: (asked, allowed) => `zuerst ${asked} % statt ${allowed} %`,
    discount: (asked, allowed) => `${asked} % Nachlass statt ${allowed} %`,
    waiver: () => 'auf Verzugskosten wird verzichtet',
  },
  says: (asker) => `${asker} schreibt`,
  choose: 'Ihre Entscheidung',
  note: 'Möchten Sie etwas dazu sagen?',
  noteHint: 'Muss nicht sein. Kolleginnen und Kollegen lesen es, der Kunde nicht.',
  answers: {
    approved: { name: 'Zustimmen', text: () => 'Es gilt sofort als mit dem Kunden vereinbart' },
    refused: {
      name: 'Nicht zustimmen',
      text: (asker) => `${asker} erfährt es, vereinbart wird nichts`,
    },
  },
  done: { approved: 'Zugestimmt. Vielen Dank.', refused: 'Nicht zugestimmt. Vielen Dank.' },
  doneText: (asker) => `${asker} sieht es sofort. Sie können diese Seite schließen.`,
  decided: {
    approved: (decider, when) => `${decider} hat zugestimmt, ${when}.`,
    refused: (decider, when) => `${decider} hat nicht zugestimmt, ${when}.`,
  },
  decidedByYou: {
    approved: (when) => `Sie haben zugestimmt, ${when}.`,
    refused: (when) => `Sie haben nicht zugestimmt, ${when}.`,
  },
  withdrawn: (asker) =>
    `${asker} hat die Anfrage zurückgenommen. Es ist nichts mehr zu entscheiden.`,
  expired:
    'Niemand hat rechtzeitig entschieden, die Anfrage ist damit beendet. Vereinbart wurde nichts.',
  notYours: 'Darüber entscheiden nicht mehr Sie. Es wurde nichts vermerkt.',
  changed: (asker) =>
    `Was offen ist, hat sich seit der Anfrage geändert; so kann es nicht mehr vereinbart werden. Es wurde nichts vermerkt; ${asker} kann neu fragen.`,
}
