import type { Words } from './types.ts'

export const fr: Words = {
  greeting: (name) => (name ? `Bonjour ${name},` : 'Madame, Monsieur,'),
  documents: (count, only) => {
    if (only)
      return `${only.kind === 'invoice' ? 'facture' : fr.kind[only.kind].toLowerCase()} ${only.number}`
    return count === 1 ? '1 facture' : `${count} factures`
  },
  kind: {
    invoice: 'Facture',
    credit_note: 'Avoir',
    debit_note: 'Note de débit',
    on_account: 'Acompte',
  },
  column: {
    document: 'Pièce',
    issued: 'Date',
    due: 'Échéance',
    daysLate: 'Jours de retard',
    invoiced: 'Montant',
    paid: 'Réglé',
    remaining: 'Reste dû',
  },
  dated: (kind, number, day) => `${kind} ${number} du ${day}`,
  dueOn: (day) => `échéance le ${day}`,
  late: (days) => (days === 1 ? '1 jour de retard' : `${days} jours de retard`),
  inDispute: (amount) => `dont en litige : ${amount}`,
  andMore: (count) => (count === 1 ? 'et 1 autre pièce' : `et ${count} autres pièces`),
  sum: {
    concerned: 'Total de ces factures',
    disputed: 'Moins les montants en litige',
    credits: 'Moins les avoirs',
    unapplied: 'Moins les règlements non encore affectés',
    payable: 'À régler',
    overdue: 'Échu',
    notDue: 'À échoir',
    balance: 'Solde du compte',
    balanceInYourFavour: 'Solde en votre faveur',
  },
  currencySection: (currency) => `Compte en ${currency}`,
  nothingOpen: 'Aucune pièce n’est en attente de règlement sur ce compte.',
  asOf: (day) => `Situation au ${day}.`,
  paymentsUntil: (day) => `Les règlements reçus jusqu’au ${day} inclus ont été pris en compte.`,
  ledgerOf: (moment) => `Comptabilité arrêtée au ${moment}.`,
  customerNumber: 'N° client',
  purchaseOrder: (number) => `votre commande ${number}`,
  vatId: 'N° TVA',
  paymentDetails: 'Coordonnées bancaires',
  pleaseQuote: (number) =>
    `Merci d’indiquer votre numéro de client ${number} et les numéros de facture.`,
  payBefore: 'À régler',
  copy: {
    subject: (subject) => `Copie : ${subject}`,
    above: (day) =>
      `Comme vous l’avez demandé, voici une copie de notre message du ${day}. Les montants sont ceux de ce jour-là ; les paiements reçus depuis n’en sont pas déduits.`,
  },
  statement: {
    title: 'Relevé de compte',
    page: (page, pages) => `Page ${page} sur ${pages}`,
    continued: 'suite',
    contact: 'Votre interlocuteur',
    date: 'Date',
    subtitle: (customer) => `Pièces ouvertes de ${customer}`,
    disputedNote: 'Les montants en litige ne sont pas réclamés avant le règlement du litige.',
  },
  nextStep: {
    delivery_stop: 'nous suspendrons toute nouvelle livraison ou prestation à crédit',
    collection_agency: 'nous confierons la créance à une société de recouvrement',
    legal_action: 'nous transmettrons le dossier à nos avocats en vue du recouvrement',
    formal_notice: 'nous vous adresserons une mise en demeure par lettre recommandée',
    management_call: 'notre direction prendra directement contact avec la vôtre',
  },
}
