import type { QuestionWords } from './types.ts'

export const fr: QuestionWords = {
  mail: {
    subject: (customer, number) =>
      `Votre réponse, s’il vous plaît : ${customer}, facture ${number}`,
    greeting: (name) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
    asks: (asker, customer, number) =>
      `${asker} a besoin de votre réponse : ${customer} conteste la facture ${number}. Un clic suffit, sans compte.`,
    button: 'Répondre maintenant',
    smallPrint: (organisation) =>
      `Envoyé par ${organisation}. Ce lien n’est que pour vous : merci de ne pas transférer ce message. L’ouvrir ne change rien ; seule une réponse choisie compte.`,
  },
  reminder: {
    subject: (customer, number) =>
      `Toujours attendue : votre réponse sur ${customer}, facture ${number}`,
    asks: (asker, customer, number) =>
      `${asker} attend encore votre réponse : ${customer} n’accepte pas la facture ${number}. Un clic suffit, sans compte.`,
  },
  facts: {
    customer: 'Client',
    invoice: 'Facture',
    reason: 'Ce qui ne va pas',
    amount: 'Montant contesté',
    answerBy: 'Merci de répondre avant le',
    saysCustomer: 'Ce qui a été noté',
  },
  page: {
    title: (customer, number) => `${customer}, facture ${number}`,
    asks: (asker) => `${asker} demande`,
    note: 'Quelque chose à ajouter ?',
    noteHint: 'Facultatif. Seuls des collègues le lisent.',
    choose: 'Votre réponse',
    done: 'Merci. Votre réponse est notée.',
    doneText: (asker) => `${asker} la voit tout de suite. Vous pouvez fermer cette page.`,
    later: 'C’est noté : il vous faut plus de temps.',
    laterText: (day) => `Merci de répondre avant le ${day}, par le même lien.`,
    answered: 'Vous avez répondu',
    settled: 'Ce litige est réglé entre-temps. Il n’y a plus rien à répondre.',
    file: 'Joindre un document',
    fileHint: 'Facultatif : le bon de livraison, par exemple. PDF ou image, 10 Mo au plus.',
    notUs: 'Pas pour vous ?',
    notUsHint: 'Transmettez la question ; l’autre service reçoit son propre e-mail.',
    department: 'Qui doit répondre',
    passOn: 'Transmettre',
    passedOn: 'Transmis. Merci.',
    passedOnText: (department) =>
      `${department} reçoit un e-mail avec la question. Vous pouvez fermer cette page.`,
  },
  answers: {
    credit_note: { name: 'Le client a raison', text: 'Un avoir est dû' },
    corrected_invoice: { name: 'La facture était fausse', text: 'Elle est à corriger' },
    delivery_proved: { name: 'Nous avons livré', text: 'Il y a une preuve' },
    rejected: { name: 'La facture est juste', text: 'Le client doit payer' },
    need_time: { name: 'Il me faut plus de temps', text: 'Une semaine de plus' },
    not_us: { name: 'Pas nous', text: 'Un autre service doit répondre' },
  },
  reasons: {
    never_received: 'Facture jamais reçue',
    wrong_amount: 'Montant erroné',
    price: 'Prix',
    quality: 'Qualité',
    quantity: 'Quantité',
    not_delivered: 'Non livré',
    missing_po: 'Numéro de commande manquant',
    duplicate: 'Facturé deux fois',
    already_paid: 'Déjà payé',
    wrong_entity: 'Mauvaise société',
    other: 'Autre chose',
  },
  departments: {
    sales: 'Ventes',
    logistics: 'Logistique',
    quality: 'Qualité',
    billing: 'Facturation',
    purchasing: 'Achats',
    finance: 'Comptabilité',
    legal: 'Juridique',
    other: 'Autre service',
  },
  usual: {
    never_received:
      'Le client dit n’avoir jamais reçu la facture. Quand et où l’avons-nous envoyée, et en avons-nous la preuve ?',
    wrong_amount:
      'Le client dit que le montant est faux. Est-ce le cas ? Si oui, quel est le bon ?',
    price:
      'Le client dit qu’un autre prix était convenu. Qu’est-ce qui a été convenu, et où est-ce écrit ?',
    quality:
      'Le client n’est pas satisfait de la marchandise ou du travail. Le savez-vous, et que proposons-nous ?',
    quantity:
      'Le client dit que la quantité est fausse. Qu’avons-nous livré, et qu’est-ce qui le prouve ?',
    not_delivered:
      'Le client dit ne pas avoir été livré. L’a-t-il été, quand, et avons-nous le bon de livraison signé ?',
    missing_po: 'Le client a besoin de son numéro de commande sur la facture. Quel est-il ?',
    duplicate: 'Le client dit avoir été facturé deux fois. Est-ce le cas ?',
    already_paid: 'Le client dit avoir payé. Retrouvez-vous le paiement ?',
    wrong_entity: 'Le client dit qu’une autre société doit être facturée. Laquelle a commandé ?',
    other:
      'Le client n’accepte pas cette facture. A-t-il raison ? Sinon, qu’est-ce qui le prouve ?',
  },
}
