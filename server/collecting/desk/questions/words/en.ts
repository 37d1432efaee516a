import type { QuestionWords } from './types.ts'

export const en: QuestionWords = {
  mail: {
    subject: (customer, number) => `Your answer, please: ${customer}, invoice ${number}`,
    greeting: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
    asks: (asker, customer, number) =>
      `${asker} needs your answer: ${customer} does not accept invoice ${number}. One click is enough, and you need no account.`,
    button: 'Answer now',
    smallPrint: (organisation) =>
      `Sent by ${organisation}. The link is for you alone: please do not forward this mail. Opening it changes nothing; only an answer that you choose does.`,
  },
  facts: {
    customer: 'Customer',
    invoice: 'Invoice',
    reason: 'What is wrong',
    amount: 'In dispute',
    answerBy: 'Please answer by',
    saysCustomer: 'What was noted',
  },
  page: {
    title: (customer, number) => `${customer}, invoice ${number}`,
    asks: (asker) => `${asker} asks`,
    note: 'Anything to add?',
    noteHint: 'Optional. Only colleagues read it.',
    choose: 'Your answer',
    done: 'Thank you. Your answer is noted.',
    doneText: (asker) => `${asker} sees it at once. You can close this page.`,
    later: 'Noted: you need more time.',
    laterText: (day) => `Please answer by ${day}, with the same link.`,
    answered: 'You answered',
    settled: 'This dispute is settled meanwhile. There is nothing left to answer.',
  },
  answers: {
    credit_note: { name: 'The customer is right', text: 'A credit note should follow' },
    corrected_invoice: { name: 'The invoice was wrong', text: 'It should be corrected' },
    delivery_proved: { name: 'We delivered', text: 'There is proof' },
    rejected: { name: 'The invoice is right', text: 'The customer should pay' },
    need_time: { name: 'I need more time', text: 'A week more' },
  },
  reasons: {
    never_received: 'Invoice never received',
    wrong_amount: 'Wrong amount',
    price: 'Price',
    quality: 'Quality',
    quantity: 'Quantity',
    not_delivered: 'Not delivered',
    missing_po: 'Order number missing',
    duplicate: 'Invoiced twice',
    already_paid: 'Already paid',
    wrong_entity: 'Wrong company',
    other: 'Something else',
  },
  departments: {
    sales: 'Sales',
    logistics: 'Logistics',
    quality: 'Quality',
    billing: 'Billing',
    purchasing: 'Purchasing',
    legal: 'Legal',
    other: 'Another department',
  },
}
