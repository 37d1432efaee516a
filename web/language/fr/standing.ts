import type { standing as source } from '../en/standing.ts'
import type { Translated } from '../translated.ts'

export const standing: Translated<typeof source> = {
  owed: 'dû',
  overdue: 'en retard',
  promised: 'promis',
  disputed: 'contesté',
  onAccount: 'acompte',
  credit: 'avoirs',
  balance: 'solde',
  dueOn: 'échéance {day}',
  laterItems_one: '{count} autre facture',
  laterItems_other: '{count} autres factures',
  fromPromises: 'Promesses ouvertes, jusqu’à ce que leur jour soit passé.',
  fromDisputes: 'Litiges ouverts. Le reste de chaque facture reste exigible.',
  fromCredits: 'Avoirs ouverts. Ils réduisent ce qui est demandé.',
  fromAccount: 'Argent reçu qui n’est pas encore affecté à une facture.',
  fromItems: 'Montants ouverts des factures : facturé, moins payé ou crédité.',
  fromLate: 'Montants ouverts dont l’échéance est passée.',
  disputeLine: '{number} : {reason}',
  promiseLine: 'promis pour le {day}',
  paymentLine: 'reçu le {day}',
  nothing: 'Rien.',
}
