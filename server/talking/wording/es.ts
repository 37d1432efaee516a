import type { Words } from './types.ts'

export const es: Words = {
  greeting: (name) => (name ? `Buenos días, ${name}:` : 'Estimados señores:'),
  documents: (count, only) => {
    if (only)
      return `${only.kind === 'invoice' ? 'factura' : es.kind[only.kind].toLowerCase()} ${only.number}`
    return count === 1 ? '1 factura' : `${count} facturas`
  },
  kind: {
    invoice: 'Factura',
    credit_note: 'Factura rectificativa',
    debit_note: 'Nota de cargo',
    on_account: 'Pago a cuenta',
  },
  column: {
    document: 'Documento',
    issued: 'Fecha',
    due: 'Vencimiento',
    daysLate: 'Días de retraso',
    invoiced: 'Importe',
    paid: 'Pagado',
    remaining: 'Pendiente',
  },
  dated: (kind, number, day) => `${kind} ${number} del ${day}`,
  dueOn: (day) => `vencimiento: ${day}`,
  late: (days) => (days === 1 ? '1 día de retraso' : `${days} días de retraso`),
  inDispute: (amount) => `de los cuales en disputa: ${amount}`,
  andMore: (count) => (count === 1 ? 'y 1 documento más' : `y ${count} documentos más`),
  sum: {
    concerned: 'Total de estas facturas',
    disputed: 'Menos importes en disputa',
    credits: 'Menos abonos',
    unapplied: 'Menos pagos aún sin asignar',
    payable: 'Importe a pagar',
    overdue: 'Vencido',
    notDue: 'Aún no vencido',
    balance: 'Saldo de la cuenta',
    balanceInYourFavour: 'Saldo a su favor',
  },
  currencySection: (currency) => `Cuenta en ${currency}`,
  nothingOpen: 'No hay documentos pendientes en esta cuenta.',
  asOf: (day) => `Situación a ${day}.`,
  paymentsUntil: (day) => `Se han tenido en cuenta los pagos recibidos hasta el ${day} inclusive.`,
  ledgerOf: (moment) => `Contabilidad actualizada a ${moment}.`,
  customerNumber: 'N.º de cliente',
  purchaseOrder: (number) => `su pedido ${number}`,
  vatId: 'NIF-IVA',
  paymentDetails: 'Datos bancarios',
  pleaseQuote: (number) =>
    `Le rogamos que indique su número de cliente ${number} y los números de factura.`,
  payBefore: 'Importe a pagar',
  copy: {
    subject: (subject) => `Copia: ${subject}`,
    above: (day) =>
      `Como nos ha pedido, le enviamos una copia de nuestro mensaje del ${day}. Los importes son los de ese día; lo pagado desde entonces no está descontado.`,
  },
  statement: {
    title: 'Extracto de cuenta',
    page: (page, pages) => `Página ${page} de ${pages}`,
    continued: 'continuación',
    contact: 'Su contacto',
    date: 'Fecha',
    subtitle: (customer) => `Documentos pendientes de ${customer}`,
    disputedNote: 'Los importes en disputa no se reclaman hasta que se resuelvan.',
  },
  nextStep: {
    delivery_stop: 'suspenderemos los nuevos suministros y servicios a crédito',
    collection_agency: 'cederemos la gestión del cobro a una agencia de recobro',
    legal_action: 'trasladaremos la reclamación a nuestros abogados',
    formal_notice: 'les enviaremos un requerimiento formal de pago por burofax',
    management_call: 'nuestra dirección se pondrá en contacto directamente con la suya',
  },
}
