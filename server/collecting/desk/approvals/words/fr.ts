import type { ApprovalWords } from './types.ts'

export const fr: ApprovalWords = {
  title: (customer) => `Votre décision : ${customer}`,
  button: 'Voir et décider',
  smallPrint: (until) =>
    `Ce lien n’est que pour vous et reste ouvert jusqu’au ${until} : merci de ne pas transférer ce message. L’ouvrir ne change rien ; seul un choix sur la page compte.`,
  asks: {
    promise: (asker, amount, until) =>
      `${asker} souhaite accepter une promesse de ${amount} pour le ${until}. Cela dépasse ce que son mandat permet.`,
    plan: (asker, amount, until) =>
      `${asker} souhaite convenir d’un échéancier pour ${amount}, la dernière échéance le ${until}. Cela dépasse ce que son mandat permet.`,
  },
  facts: {
    customer: 'Client',
    amount: 'Montant',
    until: 'Tout payé au',
    parts: 'Échéances',
    beyond: 'Au-delà du mandat',
    overdue: 'En retard à ce jour',
    broken: 'Promesses non tenues jusqu’ici',
    insurer: 'Assuré-crédit par (à prévenir d’abord)',
    answerBy: 'Ouvert jusqu’au',
  },
  beyond: {
    extension: (asked, allowed) => `${asked} jours de plus au lieu de ${allowed}`,
    instalments: (asked, allowed) => `${asked} échéances au lieu de ${allowed}`,
    first_payment: (asked, allowed) => `${asked} % d’abord au lieu de ${allowed} %`,
    discount: (asked, allowed) => `${asked} % de remise au lieu de ${allowed} %`,
    waiver: () => 'les frais de retard sont abandonnés',
  },
  says: (asker) => `${asker} écrit`,
  choose: 'Votre décision',
  note: 'Un mot à ajouter ?',
  noteHint: 'Facultatif. Seuls des collègues le lisent, pas le client.',
  answers: {
    approved: { name: 'Accepter', text: () => 'C’est convenu avec le client aussitôt' },
    refused: {
      name: 'Ne pas accepter',
      text: (asker) => `${asker} en est informé, rien n’est convenu`,
    },
  },
  done: { approved: 'Accepté. Merci.', refused: 'Non accepté. Merci.' },
  doneText: (asker) => `${asker} le voit tout de suite. Vous pouvez fermer cette page.`,
  decided: {
    approved: (decider, when) => `${decider} a accepté, ${when}.`,
    refused: (decider, when) => `${decider} n’a pas accepté, ${when}.`,
  },
  decidedByYou: {
    approved: (when) => `Vous avez accepté, ${when}.`,
    refused: (when) => `Vous n’avez pas accepté, ${when}.`,
  },
  withdrawn: (asker) => `${asker} a retiré sa demande. Il n’y a plus rien à décider.`,
  expired: 'Personne n’a décidé à temps, la demande est close. Rien n’a été convenu.',
  notYours: 'Ce n’est plus à vous d’en décider. Rien n’a été noté.',
  changed: (asker) =>
    `Ce qui est dû a changé depuis la demande ; elle ne peut plus être convenue en l’état. Rien n’a été noté ; ${asker} peut redemander.`,
}
