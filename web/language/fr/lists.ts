import type { lists as source } from '../en/lists.ts'
import type { Translated } from '../translated.ts'

export const lists: Translated<typeof source> = {
  promises: {
    title: 'Promesses',
    list: 'Promesses de paiement',
    customer: 'Client',
    tabs: { open: 'Ouvertes', broken: 'Rompues', kept: 'Tenues', all: 'Toutes' },
    tabsLabel: 'Quelles promesses',
    empty: 'Aucune promesse ici',
    emptyText: 'Quand un client dit quel jour il paiera, on le note avec P et cela attend ici.',
  },
  disputes: {
    title: 'Litiges',
    list: 'Litiges',
    tabs: { open: 'Ouverts', resolved: 'Réglés', all: 'Tous' },
    tabsLabel: 'Quels litiges',
    causes: 'Causes des litiges',
    filter: {
      label: 'Filtrer les litiges',
      mine: 'Les miens',
      overdue: 'Délai dépassé',
      department: 'Tous les services',
      reason: 'Tous les motifs',
      opened: 'Ouverts du {from} au {to}',
      seller: 'D’un commercial',
      resolution: 'Terminé : {how}',
    },
    empty: 'Aucun litige ici',
    emptyText:
      'Quand un client dit que quelque chose ne va pas, on le note avec D et cela attend ici.',
  },
}
