export const notices = {
  title: 'Notificaciones',
  none: 'Nada nuevo. Aquí se le dice lo que piden sus reglas y cuándo le mencionan.',
  unread: 'Notificaciones: {count} sin leer',
  readAll: 'Marcar todo como leído',
  settings: 'De qué se le avisa',
} as const
