import type { Words } from './types.ts'

export const en: Words = {
  greeting: (name) => (name ? `Dear ${name},` : 'Dear Sir or Madam,'),
  documents: (count, only) => {
    if (only) return `${en.kind[only.kind].toLowerCase()} ${only.number}`
    return count === 1 ? '1 invoice' : `${count} invoices`
  },
  kind: {
    invoice: 'Invoice',
    credit_note: 'Credit note',
    debit_note: 'Debit note',
    on_account: 'Payment on account',
  },
  column: {
    document: 'Document',
    issued: 'Dated',
    due: 'Due',
    daysLate: 'Days late',
    invoiced: 'Invoiced',
    paid: 'Paid',
    remaining: 'Remaining',
  },
  dated: (kind, number, day) => `${kind} ${number} of ${day}`,
  dueOn: (day) => `due ${day}`,
  late: (days) => (days === 1 ? '1 day late' : `${days} days late`),
  inDispute: (amount) => `of which in dispute: ${amount}`,
  andMore: (count) => (count === 1 ? 'and 1 more document' : `and ${count} more documents`),
  sum: {
    concerned: 'Total of these invoices',
    disputed: 'Less amounts in dispute',
    credits: 'Less credit notes',
    unapplied: 'Less payments not yet allocated',
    payable: 'Please pay',
    overdue: 'Overdue',
    notDue: 'Not yet due',
    balance: 'Balance of the account',
    balanceInYourFavour: 'Balance in your favour',
  },
  currencySection: (currency) => `Account in ${currency}`,
  nothingOpen: 'There are no open items on this account.',
  asOf: (day) => `As of ${day}.`,
  paymentsUntil: (day) =>
    `Payments received up to and including ${day} have been taken into account.`,
  ledgerOf: (moment) => `Our books as of ${moment}.`,
  customerNumber: 'Customer no.',
  purchaseOrder: (number) => `your order ${number}`,
  vatId: 'VAT ID',
  paymentDetails: 'Payment details',
  pleaseQuote: (number) => `Please quote your customer number ${number} and the invoice numbers.`,
  payBefore: 'Please pay',
  copy: {
    subject: (subject) => `Copy: ${subject}`,
    above: (day) =>
      `As you asked, this is a copy of our message of ${day}. Its amounts are those of that day; what has been paid since is not taken off.`,
  },
  statement: {
    title: 'Statement of account',
    page: (page, pages) => `Page ${page} of ${pages}`,
    continued: 'continued',
    contact: 'Your contact',
    date: 'Date',
    subtitle: (customer) => `Open items of ${customer}`,
    disputedNote: 'Amounts in dispute are not asked for until they are settled.',
  },
  nextStep: {
    delivery_stop: 'we will stop all further deliveries and services on credit',
    collection_agency: 'we will hand the claim over to a collection agency',
    legal_action: 'we will pass the claim to our lawyers for recovery',
    formal_notice: 'we will send you a formal notice by registered post',
    management_call: 'our management will contact yours directly',
  },
}
