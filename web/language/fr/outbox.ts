import type { outbox as source } from '../en/outbox.ts'
import type { Translated } from '../translated.ts'

export const outbox: Translated<typeof source> = {
  waiting_one: '{count} élément attend sur cet appareil d’être envoyé.',
  waiting_other: '{count} éléments attendent sur cet appareil d’être envoyés.',
  refused_one: '{count} élément n’a pas pu être envoyé et a besoin de vous.',
  refused_other: '{count} éléments n’ont pas pu être envoyés et ont besoin de vous.',
  show: 'Afficher',
  title: 'En attente d’envoi',
  offline: 'Le serveur est injoignable pour le moment. Un nouvel essai se fait tout seul.',
  signedOut: 'Votre session est terminée. L’envoi se fera dès que vous serez reconnecté.',
  sealed:
    'C’est conservé chiffré sur cet appareil ; vous seul pouvez le lire, tant que vous êtes connecté.',
  notKept: 'Ce navigateur ne conserve rien : laissez cette page ouverte jusqu’à l’envoi.',
  tryNow: 'Essayer maintenant',
  empty: 'Tout a été envoyé.',
  waitingOne: 'Attend le réseau.',
  whatNow:
    'Rien n’en a été enregistré. Écrivez-le à nouveau selon la situation actuelle, ou supprimez-le.',
  writeAgain: 'Écrire à nouveau',
  change: 'Modifier',
  drop: 'Supprimer',
  arrived: 'Envoyé : {label}',
  ballHadReturned:
    'La comptabilité avait déjà repris la main le {day}, avant que ceci n’arrive. C’est enregistré au moment de votre entretien ; regardez ce que la comptabilité a fait depuis.',
}
