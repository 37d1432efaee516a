import type { mailbox as en } from '../en/mailbox.ts'
import type { Translated } from '../translated.ts'

export const mailbox: Translated<typeof en> = {
  text: 'Ce que la société de démonstration a envoyé. Tout a été retenu ici et n’a jamais quitté cette machine.',
  none: 'Aucun message pour l’instant',
  noneText:
    'Envoyez les relances du jour : leurs messages arrivent ici, tels que les clients les recevraient.',
  list: 'Messages retenus, du plus récent au plus ancien',
  hasAttachments: 'avec une pièce jointe',
  back: 'Tous les messages',
  fromTo: 'De {from} à {to}',
  source: 'Le message tel qu’il a été remis',
}
