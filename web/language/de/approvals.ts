import type { RestTexts } from '../translated.ts'

export const approvals: RestTexts['approvals'] = {
  title: 'Freigaben',
  tabsLabel: 'Welche Anfragen',
  tabs: { waiting: 'Offen', mine: 'Von mir', all: 'Alle' },
  bell: 'Wartet auf Ihr Ja oder Nein',
  gist: {
    promise: 'Zusage: {amount} bis {day}',
    plan: 'Ratenplan: {amount} in {parts} Raten, die letzte am {day}',
  },
  owes: 'Schuldet {owed}, davon {overdue} überfällig.',
  history: '{kept} von {all} Zusagen gehalten.',
  noHistory: 'Über keine Zusage wurde bisher entschieden.',
  askedBy: 'angefragt von {name}',
  ends: 'läuft ab {day}',
  waitsFor: {
    sales_manager: 'Darüber entscheidet die Vertriebsleitung.',
    credit_manager: 'Darüber entscheidet das Kreditmanagement.',
  },
  decidedBy: 'entschieden von {name}',
  states: {
    asked: 'wartet',
    approved: 'freigegeben',
    refused: 'abgelehnt',
    withdrawn: 'zurückgezogen',
    expired: 'abgelaufen',
  },
  approve: 'Freigeben',
  approved: 'Freigegeben: gilt jetzt für {name}.',
  refuse: 'Ablehnen',
  refuseTitle: 'Für {name} ablehnen?',
  refuseNote: 'Ein Wort an die anfragende Person',
  refused: 'Für {name} abgelehnt. Die anfragende Person erfährt es.',
  withdraw: 'Zurückziehen',
  withdrawn: 'Anfrage zurückgezogen.',
  empty: {
    waiting: 'Nichts wartet auf eine Entscheidung',
    mine: 'Sie haben um nichts gebeten',
    all: 'Bisher wurde um nichts gebeten',
    text: 'Wer einem Kunden mehr zusagen will, als das Mandat erlaubt, fragt hier an.',
  },
  onCustomer: 'Anfragen',
}
