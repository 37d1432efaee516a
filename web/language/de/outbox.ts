import type { outbox as source } from '../en/outbox.ts'
import type { Translated } from '../translated.ts'

export const outbox: Translated<typeof source> = {
  waiting_one: '{count} Eintrag wartet auf diesem Gerät auf das Senden.',
  waiting_other: '{count} Einträge warten auf diesem Gerät auf das Senden.',
  refused_one: '{count} Eintrag konnte nicht gesendet werden und braucht Sie.',
  refused_other: '{count} Einträge konnten nicht gesendet werden und brauchen Sie.',
  show: 'Anzeigen',
  title: 'Wartet auf das Senden',
  offline: 'Der Server ist gerade nicht erreichbar. Es wird von selbst erneut versucht.',
  signedOut: 'Ihre Sitzung ist beendet. Es wird gesendet, sobald Sie wieder angemeldet sind.',
  sealed:
    'Es liegt verschlüsselt auf diesem Gerät; nur Sie können es lesen, solange Sie angemeldet sind.',
  notKept: 'Dieser Browser bewahrt nichts auf: Lassen Sie die Seite offen, bis es gesendet ist.',
  tryNow: 'Jetzt versuchen',
  empty: 'Alles ist gesendet.',
  waitingOne: 'Wartet auf das Netz.',
  whatNow:
    'Davon wurde nichts festgehalten. Schreiben Sie es mit dem heutigen Stand neu oder verwerfen Sie es.',
  writeAgain: 'Neu schreiben',
  change: 'Ändern',
  drop: 'Verwerfen',
  arrived: 'Gesendet: {label}',
  ballHadReturned:
    'Die Buchhaltung hatte am {day} schon wieder übernommen, bevor dies ankam. Es gilt für den Zeitpunkt Ihres Gesprächs; sehen Sie bitte nach, was die Buchhaltung seither getan hat.',
}
