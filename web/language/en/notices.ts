export const notices = {
  title: 'Notifications',
  none: 'Nothing new. You are told here what your rules ask for, and when somebody mentions you.',
  unread: 'Notifications: {count} unread',
  readAll: 'Mark all as read',
  settings: 'What you are told',
} as const
