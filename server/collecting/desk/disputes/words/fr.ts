import type { DisputeWords } from './types.ts'

export const fr: DisputeWords = {
  search: (number, amount) =>
    `Le client dit avoir payé ${amount} de la facture ${number}. Cherchez le paiement ; s’il n’y en a pas, demandez le jour, le compte et une copie du virement.`,
  told: {
    credit_note: (number, note, document) =>
      `Vous aviez raison pour la facture ${number}. ${document === '' ? 'Vous recevrez un avoir.' : `L’avoir ${document} la corrige.`}${note === '' ? '' : ` ${note}`}`,
    corrected_invoice: (number, note, document) =>
      `Vous aviez raison pour la facture ${number}. ${document === '' ? 'Vous recevrez une facture corrigée.' : `La facture ${document} la remplace.`}${note === '' ? '' : ` ${note}`}`,
    delivery_proved: (number, note) =>
      `Nous avons examiné votre question sur la facture ${number}. Le bon de livraison, ci-joint, montre que la marchandise est arrivée.${note === '' ? '' : ` ${note}`} Merci de régler le montant dû, ou de nous dire ce qui nous a échappé.`,
    rejected: (number, note) =>
      `Nous avons examiné votre question sur la facture ${number} et la trouvons juste.${note === '' ? '' : ` ${note}`} Merci de régler le montant dû, ou de nous dire ce qui nous a échappé.`,
    paid: (number) =>
      `Nous avons retrouvé votre paiement de la facture ${number}. Merci, tout est réglé.`,
    withdrawn: () => '',
  },
}
