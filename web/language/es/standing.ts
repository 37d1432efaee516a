import type { standing as source } from '../en/standing.ts'
import type { Translated } from '../translated.ts'

export const standing: Translated<typeof source> = {
  owed: 'debe',
  overdue: 'vencido',
  promised: 'prometido',
  disputed: 'en disputa',
  onAccount: 'a cuenta',
  credit: 'abonos',
  balance: 'saldo',
  dueOn: 'vence el {day}',
  laterItems_one: '{count} factura más',
  laterItems_other: '{count} facturas más',
  fromPromises: 'Promesas abiertas, hasta que pase su día.',
  fromDisputes: 'Disputas abiertas. El resto de cada factura sigue siendo exigible.',
  fromCredits: 'Abonos pendientes. Reducen lo que se reclama.',
  fromAccount: 'Dinero recibido que aún no está asignado a una factura.',
  fromItems: 'Importes abiertos de las facturas: lo facturado, menos lo pagado o abonado.',
  fromLate: 'Importes abiertos cuyo vencimiento ha pasado.',
  disputeLine: '{number}: {reason}',
  promiseLine: 'prometido para el {day}',
  paymentLine: 'recibido el {day}',
  nothing: 'Nada.',
}
