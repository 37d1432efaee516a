export const notices = {
  title: 'Benachrichtigungen',
  none: 'Nichts Neues. Hier steht, was Ihre Regeln melden und wo jemand Sie erwähnt.',
  unread: 'Benachrichtigungen: {count} ungelesen',
  readAll: 'Alle als gelesen markieren',
  settings: 'Was Ihnen gemeldet wird',
  mention: 'Jemanden erwähnen',
  mentionHint: 'Die Person erfährt es, wenn sie diesen Kunden sehen darf.',
  nobody: 'Auswählen …',
  notTold: '{names} darf diesen Kunden nicht sehen und erfährt es nicht.',
} as const
