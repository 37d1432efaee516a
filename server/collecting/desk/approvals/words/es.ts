import type { ApprovalWords } from './types.ts'

export const es: ApprovalWords = {
  title: (customer) => `Su decisión sobre ${customer}`,
  button: 'Ver y decidir',
  smallPrint: (until) =>
    `El enlace es solo para usted y está abierto hasta el ${until}: no reenvíe este mensaje. Abrirlo no cambia nada; solo cuenta lo que se elija en la página.`,
  asks: {
    promise: (asker, amount, until) =>
      `${asker} quiere aceptar una promesa de ${amount} para el ${until}. Supera lo que puede acordar por su cuenta.`,
    plan: (asker, amount, until) =>
      `${asker} quiere acordar plazos por ${amount}, el último el ${until}. Supera lo que puede acordar por su cuenta.`,
  },
  facts: {
    customer: 'Cliente',
    amount: 'Importe',
    until: 'Todo pagado el',
    parts: 'Plazos',
    beyond: 'Fuera del margen',
    overdue: 'Vencido ahora',
    broken: 'Promesas no cumplidas hasta hoy',
    insurer: 'Asegurado por (avisar primero)',
    answerBy: 'Abierto hasta el',
  },
  beyond: {
    extension: (asked, allowed) => `${asked} días más en lugar de ${allowed}`,
    instalments: (asked, allowed) => `${asked} plazos en lugar de ${allowed}`,
    first_payment: (asked, allowed) => `primero un ${asked} % en lugar de un ${allowed} %`,
    discount: (asked, allowed) => `un ${asked} % de descuento en lugar de un ${allowed} %`,
    waiver: () => 'se renuncia a los recargos',
  },
  says: (asker) => `${asker} escribe`,
  choose: 'Su decisión',
  note: '¿Quiere añadir algo?',
  noteHint: 'No es necesario. Lo leen compañeros, no el cliente.',
  answers: {
    approved: { name: 'Aprobar', text: () => 'Queda acordado con el cliente en el acto' },
    refused: { name: 'No aprobar', text: (asker) => `Se avisa a ${asker} y no se acuerda nada` },
  },
  done: { approved: 'Aprobado. Gracias.', refused: 'No aprobado. Gracias.' },
  doneText: (asker) => `${asker} lo ve enseguida. Puede cerrar esta página.`,
  decided: {
    approved: (decider, when) => `${decider} lo aprobó, ${when}.`,
    refused: (decider, when) => `${decider} no lo aprobó, ${when}.`,
  },
  decidedByYou: {
    approved: (when) => `Usted lo aprobó, ${when}.`,
    refused: (when) => `Usted no lo aprobó, ${when}.`,
  },
  withdrawn: (asker) => `${asker} retiró la solicitud. No queda nada que decidir.`,
  expired: 'Nadie decidió a tiempo y la solicitud ha terminado. No se acordó nada.',
  notYours: 'Ya no le corresponde decidirlo. No se anotó nada.',
  changed: (asker) =>
    `Lo que se debe ha cambiado desde la solicitud y ya no se puede acordar así. No se anotó nada; ${asker} puede volver a pedirlo.`,
}
