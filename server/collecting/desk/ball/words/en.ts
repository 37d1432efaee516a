import type { BallWords } from './types.ts'

export const en: BallWords = {
  smallPrint: (until) =>
    `The link is for you alone and open until ${until}: please do not forward this mail. Opening it changes nothing; only a choice on its page does.`,
  facts: {
    customer: 'Customer',
    overdue: 'Overdue now',
    oldest: 'Late since',
    until: 'With you until',
  },
  days: (count) => `${count} days`,
  says: (asker) => (asker === '' ? 'The question' : `${asker} writes`),
  noteHint: 'Not required. Colleagues read it, the customer does not.',
  take: {
    title: (customer) => `Would you like to take over ${customer}?`,
    asks: (asker, until) =>
      `${asker} thinks that a word from you helps more than another reminder. If you take over, finance pauses until ${until}.`,
    button: 'Look and decide',
    note: 'What do you plan to do?',
    do: 'Take over from finance',
    doText: (until) => `Reminders pause until ${until}`,
    decline: 'No, thanks',
    declineText: 'Finance goes on as before, and hears that you said so',
    declined:
      'You said no, thanks. Finance goes on with this customer; in Goodterms you can still take over.',
    otherwise: 'Nobody took this over: finance goes on as before.',
    done: 'Thank you, it is yours.',
    doneText: (customer, until) =>
      `Finance sends ${customer} nothing until ${until}. Before then you are asked what came of it.`,
    theirs: (customer, until) => `You have taken over ${customer} until ${until}.`,
    refusals: {
      already_with_seller: 'This customer is with a seller already.',
      in_legal_lane: 'Legal has taken this over meanwhile.',
      not_their_seller: 'Somebody else looks after this customer now.',
      nothing_overdue: 'Nothing is overdue any more. Good news!',
      promises_broken:
        'Promises were not kept before, so that finance goes on with this customer itself.',
      taken_too_often: 'You have taken this customer over as often as is agreed in a quarter.',
    },
  },
  tell: {
    title: (customer) => `What came of it with ${customer}?`,
    asks: (asker, customer, until) =>
      `${asker === '' ? 'Finance' : asker} asks you about ${customer}. Finance sends nothing until ${until}; one tap tells what came of it.`,
    button: 'Answer now',
    said: 'What did they say?',
    choose: 'What came of it',
    outcomes: {
      promised: { name: 'They promised to pay', text: 'The amount and the day above' },
      already_paid: { name: 'They say it is paid', text: 'Finance looks for the money' },
      short_of_cash: { name: 'They cannot pay now', text: 'Terms are to be talked about' },
      refuses: { name: 'They will not pay', text: 'Finance goes on' },
      not_reached: { name: 'I reached nobody', text: 'You try again on the next working day' },
      other: { name: 'Something else', text: 'As you wrote above' },
    },
    promise: 'If they promised to pay',
    promiseHint: 'Leave it as it is for everything else.',
    amount: (currency) => `Amount in ${currency}`,
    day: 'Day',
    promiseMissing: 'Enter the amount and the day that they promised.',
    more: 'A dispute, documents or instalments are quicker to write down in Goodterms.',
    done: 'Thank you, it is written down.',
    doneText: 'Finance sees it at once. You can close this page.',
    goneBack: (customer) =>
      `${customer} is back with finance. What came of it can still be written down in Goodterms.`,
    refused:
      'That cannot be written down as it stands: more may be promised than is owed, or for a later day than you may agree alone. Nothing was noted; please try again from the mail, or in Goodterms.',
  },
}
