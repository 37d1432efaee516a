import type { DisputeWords } from './types.ts'

export const es: DisputeWords = {
  search: (number, amount) =>
    `El cliente dice que ha pagado ${amount} de la factura ${number}. Busque el pago; si no lo hay, pida el día, la cuenta y una copia de la transferencia.`,
  told: {
    credit_note: (number, note, document) =>
      `Tenía razón con la factura ${number}. ${document === '' ? 'Recibirá un abono.' : `El abono ${document} la corrige.`}${note === '' ? '' : ` ${note}`}`,
    corrected_invoice: (number, note, document) =>
      `Tenía razón con la factura ${number}. ${document === '' ? 'Recibirá una factura corregida.' : `La factura ${document} la sustituye.`}${note === '' ? '' : ` ${note}`}`,
    delivery_proved: (number, note) =>
      `Hemos revisado su pregunta sobre la factura ${number}. El albarán adjunto muestra que la mercancía llegó.${note === '' ? '' : ` ${note}`} Le rogamos que pague el importe pendiente o nos diga qué se nos ha escapado.`,
    rejected: (number, note) =>
      `Hemos revisado su pregunta sobre la factura ${number} y la encontramos correcta.${note === '' ? '' : ` ${note}`} Le rogamos que pague el importe pendiente o nos diga qué se nos ha escapado.`,
    paid: (number) =>
      `Hemos encontrado su pago de la factura ${number}. Gracias, todo está saldado.`,
    withdrawn: () => '',
  },
}
