import type { DisputeWords } from './types.ts'

export const en: DisputeWords = {
  search: (number, amount) =>
    `The customer says that ${amount} of invoice ${number} has been paid. Look for the payment; if there is none, ask for the day, the account and a copy of the transfer.`,
  told: {
    credit_note: (number, note, document) =>
      `You were right about invoice ${number}. ${document === '' ? 'You will receive a credit note.' : `Credit note ${document} is for it.`}${note === '' ? '' : ` ${note}`}`,
    corrected_invoice: (number, note, document) =>
      `You were right about invoice ${number}. ${document === '' ? 'You will receive a corrected one.' : `Invoice ${document} replaces it.`}${note === '' ? '' : ` ${note}`}`,
    delivery_proved: (number, note) =>
      `We have looked into your question about invoice ${number}. The delivery note shows that the goods arrived; please find it attached.${note === '' ? '' : ` ${note}`} Please pay the open amount, or tell us what we have missed.`,
    rejected: (number, note) =>
      `We have looked into your question about invoice ${number} and find it correct.${note === '' ? '' : ` ${note}`} Please pay the open amount, or tell us what we have missed.`,
    paid: (number) =>
      `We have found your payment for invoice ${number}. Thank you, all is settled.`,
    withdrawn: () => '',
  },
}
