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
  usual: {
    never_received:
      'They say they never received the invoice. When and where did we send it, and is there proof that it arrived?',
    wrong_amount: 'They say the amount is wrong. Is it? If so, what is right?',
    price: 'They say another price was agreed. What was agreed, and where is it written?',
    quality:
      'They say the goods or the work were not as they should be. Do you know of it, and what do we offer?',
    quantity: 'They say the quantity is wrong. What did we deliver, and what proves it?',
    not_delivered:
      'They say it was not delivered. Was it, when, and do we have the signed delivery note?',
    missing_po: 'They need their order number on the invoice. Which one is it?',
    duplicate: 'They say they were invoiced twice. Were they?',
    already_paid: 'They say they have paid. Can you find the payment?',
    wrong_entity: 'They say another company should be invoiced. Which one ordered?',
    other: 'The customer does not accept this invoice. Are they right? If not, what proves it?',
  },
}
