/** What waits on this device to be sent. */
export const outbox = {
  waiting_one: '{count} thing waits on this device to be sent.',
  waiting_other: '{count} things wait on this device to be sent.',
  refused_one: '{count} thing could not be sent and needs you.',
  refused_other: '{count} things could not be sent and need you.',
  show: 'Show',
  title: 'Waiting to be sent',
  offline: 'The server cannot be reached just now. It is tried again by itself.',
  signedOut: 'Your session ended. It goes when you have signed in again.',
  sealed: 'It is kept sealed on this device; only you can read it, while you are signed in.',
  notKept: 'This browser keeps nothing: leave this page open until it is sent.',
  tryNow: 'Try now',
  empty: 'Everything has been sent.',
  waitingOne: 'Waits for the network.',
  whatNow: 'Nothing of it was recorded. Write it again with what is true now, or drop it.',
  writeAgain: 'Write it again',
  change: 'Change it',
  drop: 'Drop it',
  arrived: 'Sent: {label}',
  ballHadReturned:
    'Finance had taken over again on {day}, before this arrived. It is recorded for when you spoke; please see what finance has done since.',
} as const
