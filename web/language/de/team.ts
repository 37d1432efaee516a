import type { RestTexts } from '../translated.ts'

export const team: RestTexts['team'] = {
  title: 'Team',
  text: 'Was bei wem wartet und wo ein Wort von Ihnen hilft. Jede Zeile öffnet sich zu ihren Kunden.',
  none: 'Noch niemand im Vertrieb',
  noneText:
    'Hier erscheint der Vertrieb Ihres Teams. Teams richtet die Administration unter Einstellungen, Personen ein.',
  all: 'Alle zusammen',
  nobody: 'Niemand Bestimmtes',
  nothing: 'Hier wartet nichts.',
  partial: 'Es gibt mehr, als hier gezeigt wird.',
  matters: {
    approvals_waiting_one: '{count} Anfrage wartet auf eine Entscheidung',
    approvals_waiting_other: '{count} Anfragen warten auf eine Entscheidung',
    conversations_unwritten_one: '{count} Gespräch ist noch festzuhalten',
    conversations_unwritten_other: '{count} Gespräche sind noch festzuhalten',
    tasks_untouched_one: '{count} Aufgabe wartet seit mehr als {days} Tagen',
    tasks_untouched_other: '{count} Aufgaben warten seit mehr als {days} Tagen',
    promises_broken_one: '{count} Zusage wurde in den letzten {days} Tagen nicht gehalten',
    promises_broken_other: '{count} Zusagen wurden in den letzten {days} Tagen nicht gehalten',
    mandates_ending_one: '{count} Spielraum endet binnen {days} Tagen',
    mandates_ending_other: '{count} Spielräume enden binnen {days} Tagen',
  },
}
