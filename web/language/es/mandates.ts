import type { RestTexts } from '../translated.ts'

export const mandates: RestTexts['mandates'] = {
  left: {
    title: 'Lo que puede ofrecer',
    offer:
      'Puede acordar el pago hasta el {day}, en {most} cuotas como máximo, la primera de al menos {first}.',
    offerOnce: 'Puede acordar el pago hasta el {day}, en un solo pago.',
    spent: 'El plazo que puede dar para esta deuda está agotado.',
    discount: 'Un descuento de hasta {percent}.',
    waives: 'Se pueden perdonar los gastos.',
    beyond: 'Más allá decide {name}.',
    beyondRole: {
      sales_manager: 'Más allá decide la dirección comercial.',
      credit_manager: 'Más allá decide el responsable de crédito.',
    },
    free: 'Aquí decide usted: ningún límite le frena.',
    counted: 'Contado desde el {day}, cuando se dio el primer plazo.',
    granted: 'Dado por {name}, hasta el {day}.',
    policy: 'Según la política para clientes e importes como este.',
    usual: 'Los límites habituales de la casa.',
  },
  roles: { sales_manager: 'la dirección comercial', credit_manager: 'el responsable de crédito' },
  ask: {
    beyond: 'Es más de lo que puede acordar: {what}.',
    note: 'Por qué vale la pena',
    do: 'Preguntar a {who}',
    asked: 'Pedido. Se le avisará en cuanto se decida.',
  },
  promise: {
    came: 'llegaron {amount}',
    level_one: '{count} no cumplida antes',
    level_other: '{count} no cumplidas antes',
    tolerance_zero: 'Se da por cumplida si falta como mucho {percent} al final de su día.',
    tolerance_one: 'Se da por cumplida si falta como mucho {percent} {count} día después.',
    tolerance_other: 'Se da por cumplida si falta como mucho {percent} {count} días después.',
    open: 'Ya prometido: {amount}, {day}.',
    missed_one: 'Una promesa sobre este dinero no se cumplió.',
    missed_other: '{count} promesas sobre este dinero no se cumplieron.',
  },
  beyond: {
    extension: '{asked} días de plazo; se permiten {allowed}',
    instalments: '{asked} cuotas; se permiten {allowed}',
    first_payment: 'Primer pago del {asked}; hace falta al menos {allowed}',
    discount: 'Descuento del {asked}; se permite {allowed}',
    waiver: 'Gastos perdonados',
  },
}
