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
  reminder: {
    subject: (customer, number) => `Still needed: your answer about ${customer}, invoice ${number}`,
    asks: (asker, customer, number) =>
      `${asker} still waits for your answer: ${customer} does not accept invoice ${number}. One click is enough, and you need no account.`,
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
    file: 'Add a document',
    fileHint: 'Optional: the delivery note, for example. PDF or picture, at most 10 MB.',
    notUs: 'Not for you?',
    notUsHint: 'Pass the question on; the other department gets a mail of its own.',
    department: 'Who should answer',
    passOn: 'Pass it on',
    passedOn: 'Passed on. Thank you.',
    passedOnText: (department) =>
      `${department} gets a mail with the question. You can close this page.`,
  },
  answers: {
    credit_note: { name: 'The customer is right', text: 'A credit note should follow' },
    corrected_invoice: { name: 'The invoice was wrong', text: 'It should be corrected' },
    delivery_proved: { name: 'We delivered', text: 'There is proof' },
    rejected: { name: 'The invoice is right', text: 'The customer should pay' },
    need_time: { name: 'I need more time', text: 'A week more' },
    not_us: { name: 'Not us', text: 'Another department should say' },
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
    finance: 'Finance',
    legal: 'Legal',
    other: 'Another department',
  },
}
