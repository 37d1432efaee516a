import type { RestTexts } from '../translated.ts'

export const team: RestTexts['team'] = {
  title: 'Equipo',
  text: 'Qué espera con cada comercial y dónde ayuda una palabra suya. Cada línea se abre a sus clientes.',
  none: 'Aún no hay comerciales',
  noneText:
    'Aquí aparecen los comerciales de su equipo. La administración forma los equipos en Ajustes, Personas.',
  all: 'Todos juntos',
  nobody: 'Nadie en particular',
  nothing: 'Aquí no espera nada.',
  partial: 'Hay más de lo que se muestra aquí.',
  matters: {
    approvals_waiting_one: '{count} solicitud espera una decisión',
    approvals_waiting_other: '{count} solicitudes esperan una decisión',
    conversations_unwritten_one: 'Queda {count} conversación por anotar',
    conversations_unwritten_other: 'Quedan {count} conversaciones por anotar',
    tasks_untouched_one: '{count} tarea espera desde hace más de {days} días',
    tasks_untouched_other: '{count} tareas esperan desde hace más de {days} días',
    promises_broken_one: '{count} promesa no se cumplió en los últimos {days} días',
    promises_broken_other: '{count} promesas no se cumplieron en los últimos {days} días',
    mandates_ending_one: '{count} margen termina en {days} días',
    mandates_ending_other: '{count} márgenes terminan en {days} días',
  },
}
