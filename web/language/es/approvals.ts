import type { RestTexts } from '../translated.ts'

export const approvals: RestTexts['approvals'] = {
  title: 'Aprobaciones',
  tabsLabel: 'Qué peticiones',
  tabs: { waiting: 'Pendientes', mine: 'Las mías', all: 'Todas' },
  bell: 'Espera su sí o su no',
  gist: {
    promise: 'Promesa: {amount} hasta el {day}',
    plan: 'Plan: {amount} en {parts} cuotas, la última el {day}',
  },
  owes: 'Debe {owed}, de ellos {overdue} vencidos.',
  history: 'Cumplió {kept} de {all} promesas.',
  noHistory: 'Aún no se ha juzgado ninguna promesa suya.',
  askedBy: 'pedido por {name}',
  ends: 'caduca {day}',
  waitsFor: {
    sales_manager: 'Lo decide la dirección comercial.',
    credit_manager: 'Lo decide el responsable de crédito.',
  },
  decidedBy: 'decidido por {name}',
  states: {
    asked: 'espera',
    approved: 'aprobado',
    refused: 'rechazado',
    withdrawn: 'retirado',
    expired: 'caducado',
  },
  approve: 'Aprobar',
  approved: 'Aprobado: en vigor para {name}.',
  refuse: 'Rechazar',
  refuseTitle: '¿Rechazarlo para {name}?',
  refuseNote: 'Unas palabras a quien lo pidió',
  refused: 'Rechazado para {name}. Se avisa a quien lo pidió.',
  withdraw: 'Retirar',
  withdrawn: 'Petición retirada.',
  empty: {
    waiting: 'Nada espera una decisión',
    mine: 'No ha pedido nada',
    all: 'Aún no se ha pedido nada',
    text: 'Quien quiere acordar con un cliente más de lo que permite su mandato lo pide aquí.',
  },
  onCustomer: 'Peticiones',
}
