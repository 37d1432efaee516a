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
  },
}
