export const mailbox = {
  text: 'What the demo company has sent. It was caught here and never left this machine.',
  none: 'No mail yet',
  noneText: 'Send today’s run: its messages arrive here, exactly as customers would get them.',
  list: 'Caught mail, newest first',
  hasAttachments: 'with an attachment',
  back: 'All mail',
  fromTo: 'From {from} to {to}',
  source: 'The mail as it was handed over',
} as const
