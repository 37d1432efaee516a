export const team = {
  title: 'Team',
  text: 'What waits with each seller and where a word of yours helps. Each line opens to its customers.',
  none: 'No sellers yet',
  noneText:
    'Sellers of your team appear here. An administrator puts people into teams in Settings, People.',
  all: 'Everybody together',
  nobody: 'Nobody in particular',
  nothing: 'Nothing waits here.',
  partial: 'There are more than are shown here.',
  matters: {
    approvals_waiting_one: '{count} request waits for a decision',
    approvals_waiting_other: '{count} requests wait for a decision',
    conversations_unwritten_one: '{count} conversation is waiting to be written down',
    conversations_unwritten_other: '{count} conversations are waiting to be written down',
    tasks_untouched_one: '{count} task has waited for more than {days} days',
    tasks_untouched_other: '{count} tasks have waited for more than {days} days',
    promises_broken_one: '{count} promise was not kept in the last {days} days',
    promises_broken_other: '{count} promises were not kept in the last {days} days',
    mandates_ending_one: '{count} mandate ends within {days} days',
    mandates_ending_other: '{count} mandates end within {days} days',
  },
} as const
