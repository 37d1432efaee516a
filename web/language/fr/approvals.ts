import type { RestTexts } from '../translated.ts'

export const approvals: RestTexts['approvals'] = {
  title: 'Accords',
  tabsLabel: 'Quelles demandes',
  tabs: { waiting: 'En attente', mine: 'Les miennes', all: 'Toutes' },
  bell: 'Attend votre oui ou non',
  gist: {
    promise: 'Promesse : {amount} d’ici le {day}',
    plan: 'Échéancier : {amount} en {parts} échéances, la dernière le {day}',
  },
  owes: 'Doit {owed}, dont {overdue} en retard.',
  history: '{kept} promesses tenues sur {all}.',
  noHistory: 'Aucune de leurs promesses n’a encore été jugée.',
  askedBy: 'demandé par {name}',
  ends: 'expire {day}',
  waitsFor: {
    sales_manager: 'La direction commerciale décide.',
    credit_manager: 'Le credit manager décide.',
  },
  decidedBy: 'décidé par {name}',
  states: {
    asked: 'en attente',
    approved: 'accordé',
    refused: 'refusé',
    withdrawn: 'retiré',
    expired: 'expiré',
  },
  approve: 'Accorder',
  approved: 'Accordé : en vigueur pour {name}.',
  refuse: 'Refuser',
  refuseTitle: 'Refuser cela pour {name} ?',
  refuseNote: 'Un mot à la personne qui demande',
  refused: 'Refusé pour {name}. La personne qui a demandé est prévenue.',
  withdraw: 'Retirer',
  withdrawn: 'Demande retirée.',
  empty: {
    waiting: 'Rien n’attend de décision',
    mine: 'Vous n’avez rien demandé',
    all: 'Rien n’a encore été demandé',
    text: 'Qui veut accorder à un client plus que son mandat ne permet le demande ici.',
  },
  onCustomer: 'Demandes',
}
