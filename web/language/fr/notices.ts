export const notices = {
  title: 'Notifications internes',
  none: 'Rien de nouveau. Vous lisez ici ce que vos règles demandent, et quand on vous mentionne.',
  unread: 'Notifications : {count} non lues',
  readAll: 'Tout marquer comme lu',
  settings: 'Ce qui vous est signalé',
} as const
