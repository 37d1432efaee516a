export const notices = {
  title: 'Benachrichtigungen',
  none: 'Nichts Neues. Hier steht, was Ihre Regeln melden und wo jemand Sie erwähnt.',
  unread: 'Benachrichtigungen: {count} ungelesen',
  readAll: 'Alle als gelesen markieren',
  settings: 'Was Ihnen gemeldet wird',
} as const
