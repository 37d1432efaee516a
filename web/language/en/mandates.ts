export const mandates = {
  left: {
    title: 'What you may offer',
    offer:
      'You may agree to payment until {day}, in up to {most} instalments, the first at least {first}.',
    offerOnce: 'You may agree to payment until {day}, in one payment.',
    spent: 'The time that you may give for this debt is used up.',
    discount: 'A discount of up to {percent}.',
    waives: 'Charges may be waived.',
    beyond: 'Beyond that {name} decides.',
    beyondRole: {
      sales_manager: 'Beyond that a sales manager decides.',
      credit_manager: 'Beyond that a credit manager decides.',
    },
    free: 'You decide yourself here: no limit holds you.',
    counted: 'Counted from {day}, when time was first given.',
    granted: 'Given by {name}, until {day}.',
    policy: 'By policy, for customers and amounts like this.',
    usual: 'The usual limits of the house.',
  },
  roles: { sales_manager: 'a sales manager', credit_manager: 'a credit manager' },
  ask: {
    beyond: 'That is more than you may promise: {what}.',
    note: 'Why it is worth it',
    do: 'Ask {who}',
    asked: 'Asked. You are told as soon as it is decided.',
  },
  promise: {
    came: '{amount} came',
    level_one: '{count} not kept before it',
    level_other: '{count} not kept before it',
    tolerance_zero: 'Counts as kept when no more than {percent} is missing at the end of its day.',
    tolerance_one:
      'Counts as kept when no more than {percent} is missing {count} day after its day.',
    tolerance_other:
      'Counts as kept when no more than {percent} is missing {count} days after its day.',
    open: 'Promised already: {amount}, {day}.',
    missed_one: 'One promise on this money was not kept.',
    missed_other: '{count} promises on this money were not kept.',
  },
  beyond: {
    extension: '{asked} days of time; {allowed} are allowed',
    instalments: '{asked} instalments; {allowed} are allowed',
    first_payment: 'First payment {asked}; at least {allowed} is needed',
    discount: 'Discount of {asked}; {allowed} is allowed',
    waiver: 'Charges waived',
  },
} as const
