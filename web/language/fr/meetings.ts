import type { meetings as english } from '../en/meetings.ts'
import type { Translated } from '../translated.ts'

export const meetings: Translated<typeof english> = {
  title: 'Votre calendrier',
  text: 'Indiquez l’adresse secrète (iCalendar) de votre calendrier : les relances à un client attendent le jour où vous le voyez. Seuls les rendez-vous avec vos clients sont gardés.',
  address: 'Adresse du calendrier',
  hint: 'Commence par https:// ou webcal://. Votre agenda l’indique sous partage. Elle est chiffrée et montrée à personne.',
  do: 'Lire ce calendrier',
  change: 'Un autre calendrier',
  remove: 'Oublier le calendrier',
  removed: 'Le calendrier est oublié.',
  saved: 'Lecture du calendrier.',
  source: 'Lu depuis {host}',
  reading: 'Lecture en cours …',
  found_one: '{count} événement dans les semaines à venir',
  found_other: '{count} événements dans les semaines à venir',
  now: 'Lire maintenant',
  stale: 'Le calendrier n’a pas été lu depuis un jour : un rendez-vous peut manquer.',
  list: 'Rendez-vous avec vos clients',
  none: 'Aucun rendez-vous avec un de vos clients.',
  noneText:
    'On les trouve par les invités, le numéro de client, ou le nom dans le titre ou le lieu.',
  wrong: 'Pas ce client',
  notDone: 'N’est plus rattaché à {name}.',
  again: 'Ce client, finalement',
  notRead:
    'Votre agenda n’a pas pu être lu : des relances pourraient partir le jour d’un rendez-vous.',
  look: 'Vérifier',
  dismissed: 'Pas avec ces clients',
  by: {
    attendee: 'invité',
    number: 'numéro dans le titre',
    name: 'nom dans le titre',
  },
  failure: {
    not_https: 'L’adresse mène à un lieu non protégé (sans https).',
    no_such_host: 'Ce lieu n’existe pas.',
    inside_network: 'L’adresse mène dans un réseau privé.',
    not_answered: 'Pas de réponse.',
    refused: 'Accès refusé.',
    gone: 'Il n’y a plus de calendrier à cette adresse.',
    too_large: 'Le calendrier est trop volumineux.',
    too_many_redirects: 'L’adresse renvoie sans fin.',
    no_calendar: 'Ce n’est pas un calendrier.',
    too_much: 'Le calendrier est trop long à lire.',
  },
}
