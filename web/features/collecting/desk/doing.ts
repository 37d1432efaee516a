/** What somebody is about to do to a customer: each opens its own small form. */
export const doings = [
  'promise',
  'plan',
  'dispute',
  'snooze',
  'takeOver',
  'handOver',
  'takeBack',
  'assign',
  'note',
  'hold',
] as const

export type Doing = (typeof doings)[number]
