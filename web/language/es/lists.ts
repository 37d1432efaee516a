import type { lists as source } from '../en/lists.ts'
import type { Translated } from '../translated.ts'

export const lists: Translated<typeof source> = {
  promises: {
    title: 'Promesas',
    list: 'Promesas de pago',
    customer: 'Cliente',
    tabs: { open: 'Abiertas', broken: 'Incumplidas', kept: 'Cumplidas', all: 'Todas' },
    tabsLabel: 'Qué promesas',
    empty: 'Aquí no hay promesas',
    emptyText: 'Cuando un cliente dice qué día pagará, se anota con P y espera aquí.',
  },
  disputes: {
    title: 'Disputas',
    list: 'Disputas',
    tabs: { open: 'Abiertas', resolved: 'Resueltas', all: 'Todas' },
    tabsLabel: 'Qué disputas',
    causes: 'Causas de las disputas',
    filter: {
      label: 'Filtrar disputas',
      mine: 'Mías',
      overdue: 'Fuera de plazo',
      department: 'Todos los departamentos',
      reason: 'Todos los motivos',
      opened: 'Abiertas del {from} al {to}',
      seller: 'De un comercial',
      resolution: 'Terminada: {how}',
    },
    empty: 'Aquí no hay disputas',
    emptyText: 'Cuando un cliente dice que algo no está bien, se anota con D y espera aquí.',
  },
}
