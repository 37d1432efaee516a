import type { BallWords } from './types.ts'

export const fr: BallWords = {
  smallPrint: (until) =>
    `Ce lien n’est que pour vous et reste ouvert jusqu’au ${until} : merci de ne pas transférer ce message. L’ouvrir ne change rien ; seul un choix sur la page compte.`,
  facts: {
    customer: 'Client',
    overdue: 'En retard à ce jour',
    oldest: 'Retard depuis',
    until: 'À vous jusqu’au',
  },
  days: (count) => `${count} jours`,
  says: (asker) => (asker === '' ? 'La question' : `${asker} écrit`),
  noteHint: 'Facultatif. Seuls des collègues le lisent, pas le client.',
  take: {
    title: (customer) => `Souhaitez-vous prendre en charge ${customer} ?`,
    asks: (asker, until) =>
      `${asker} pense qu’un mot de votre part aide plus qu’une relance. Si vous prenez en charge, la comptabilité s’arrête jusqu’au ${until}.`,
    button: 'Voir et décider',
    note: 'Que comptez-vous faire ?',
    do: 'Prendre le relais de la comptabilité',
    doText: (until) => `Les relances s’arrêtent jusqu’au ${until}`,
    decline: 'Non merci',
    declineText: 'La comptabilité continue comme avant et en est informée',
    declined:
      'Vous avez décliné. La comptabilité continue avec ce client ; dans Goodterms vous pouvez encore prendre la main.',
    otherwise: 'Personne n’a pris la main : la comptabilité continue comme avant.',
    done: 'Merci, c’est à vous.',
    doneText: (customer, until) =>
      `La comptabilité n’envoie rien à ${customer} jusqu’au ${until}. Avant cela, on vous demandera ce qu’il en est.`,
    theirs: (customer, until) => `Vous avez pris en charge ${customer} jusqu’au ${until}.`,
    refusals: {
      already_with_seller: 'Ce client est déjà auprès d’un commercial.',
      in_legal_lane: 'Le juridique a repris le dossier entre-temps.',
      not_their_seller: 'Quelqu’un d’autre suit ce client désormais.',
      nothing_overdue: 'Plus rien n’est en retard. Bonne nouvelle !',
      promises_broken:
        'Des promesses n’ont pas été tenues ; la comptabilité continue elle-même avec ce client.',
      taken_too_often: 'Vous avez pris ce client aussi souvent que convenu par trimestre.',
    },
  },
  tell: {
    title: (customer) => `Qu’en est-il avec ${customer} ?`,
    asks: (asker, customer, until) =>
      `${asker === '' ? 'La comptabilité' : asker} vous interroge sur ${customer}. La comptabilité n’envoie rien jusqu’au ${until} ; un geste suffit pour dire ce qu’il en est.`,
    button: 'Répondre maintenant',
  },
}
