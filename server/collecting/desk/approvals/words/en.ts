import type { ApprovalWords } from './types.ts'

export const en: ApprovalWords = {
  title: (customer) => `Your decision about ${customer}`,
  button: 'Look and decide',
  smallPrint: (until) =>
    `The link is for you alone and open until ${until}: please do not forward this mail. Opening it changes nothing; only a choice on its page does.`,
  asks: {
    promise: (asker, amount, until) =>
      `${asker} would like to accept a promise of ${amount} for ${until}. That goes beyond what they may agree alone.`,
    plan: (asker, amount, until) =>
      `${asker} would like to agree instalments for ${amount}, the last on ${until}. That goes beyond what they may agree alone.`,
  },
  facts: {
    customer: 'Customer',
    amount: 'Amount',
    until: 'Paid in full by',
    parts: 'Instalments',
    beyond: 'Beyond the mandate',
    overdue: 'Overdue now',
    broken: 'Promises not kept so far',
    insurer: 'Credit-insured by (to be told first)',
    answerBy: 'Open until',
  },
  beyond: {
    extension: (asked, allowed) => `${asked} days later instead of ${allowed}`,
    instalments: (asked, allowed) => `${asked} instalments instead of ${allowed}`,
    first_payment: (asked, allowed) => `${asked} % paid first instead of ${allowed} %`,
    discount: (asked, allowed) => `${asked} % discount instead of ${allowed} %`,
    waiver: () => 'late charges are waived',
  },
  says: (asker) => `${asker} writes`,
  choose: 'Your decision',
  note: 'Anything to say with it?',
  noteHint: 'Not required. Colleagues read it, the customer does not.',
  answers: {
    approved: { name: 'Approve', text: () => 'It is agreed with the customer at once' },
    refused: { name: 'Do not approve', text: (asker) => `${asker} is told, and nothing is agreed` },
  },
  done: { approved: 'Approved. Thank you.', refused: 'Not approved. Thank you.' },
  doneText: (asker) => `${asker} sees it at once. You can close this page.`,
  decided: {
    approved: (decider, when) => `${decider} approved this, ${when}.`,
    refused: (decider, when) => `${decider} did not approve this, ${when}.`,
  },
  decidedByYou: {
    approved: (when) => `You approved this, ${when}.`,
    refused: (when) => `You did not approve this, ${when}.`,
  },
  withdrawn: (asker) => `${asker} has taken this request back. There is nothing left to decide.`,
  expired: 'Nobody decided in time, so this request has ended. Nothing was agreed.',
  notYours: 'This is no longer yours to decide. Nothing was noted.',
  changed: (asker) =>
    `What is owed has changed since this was asked, so it can no longer be agreed as it stands. Nothing was noted; ${asker} can ask again.`,
}
