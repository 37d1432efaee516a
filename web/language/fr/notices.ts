export const notices = {
  title: 'Notifications internes',
  none: 'Rien de nouveau. Vous lisez ici ce que vos règles demandent, et quand on vous mentionne.',
  unread: 'Notifications : {count} non lues',
  readAll: 'Tout marquer comme lu',
  settings: 'Ce qui vous est signalé',
  mention: 'Mentionner un collègue',
  mentionHint: 'Il est prévenu, s’il peut voir ce client.',
  nobody: 'Choisir …',
  notTold: '{names} ne peut pas voir ce client et n’est pas prévenu.',
} as const
