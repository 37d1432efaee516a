import type { mailbox as en } from '../en/mailbox.ts'
import type { Translated } from '../translated.ts'

export const mailbox: Translated<typeof en> = {
  text: 'Was die Demofirma gesendet hat. Es wurde hier abgefangen und hat diesen Rechner nie verlassen.',
  none: 'Noch keine Post',
  noneText:
    'Senden Sie den Mahnlauf von heute: Seine Nachrichten kommen hier an, genau wie Kunden sie bekämen.',
  list: 'Abgefangene Post, die neueste zuerst',
  hasAttachments: 'mit Anlage',
  back: 'Alle Nachrichten',
  fromTo: 'Von {from} an {to}',
  source: 'Die Nachricht, wie sie übergeben wurde',
}
