import type { QuestionWords } from './types.ts'

export const es: QuestionWords = {
  mail: {
    subject: (customer, number) => `Su respuesta, por favor: ${customer}, factura ${number}`,
    greeting: (name) => (name === '' ? 'Buenos días:' : `Buenos días, ${name}:`),
    asks: (asker, customer, number) =>
      `${asker} necesita su respuesta: ${customer} no acepta la factura ${number}. Basta un clic y no hace falta cuenta.`,
    button: 'Responder ahora',
    smallPrint: (organisation) =>
      `Enviado por ${organisation}. El enlace es solo para usted: no reenvíe este mensaje. Abrirlo no cambia nada; solo cuenta la respuesta que elija.`,
  },
  reminder: {
    subject: (customer, number) => `Aún falta su respuesta: ${customer}, factura ${number}`,
    asks: (asker, customer, number) =>
      `${asker} sigue esperando su respuesta: ${customer} no acepta la factura ${number}. Basta un clic y no necesita cuenta.`,
  },
  facts: {
    customer: 'Cliente',
    invoice: 'Factura',
    reason: 'Qué está mal',
    amount: 'Importe en disputa',
    answerBy: 'Responda antes del',
    saysCustomer: 'Lo que se anotó',
  },
  page: {
    title: (customer, number) => `${customer}, factura ${number}`,
    asks: (asker) => `${asker} pregunta`,
    note: '¿Algo que añadir?',
    noteHint: 'Opcional. Solo lo leen compañeros.',
    choose: 'Su respuesta',
    done: 'Gracias. Su respuesta queda anotada.',
    doneText: (asker) => `${asker} la ve enseguida. Puede cerrar esta página.`,
    later: 'Anotado: necesita más tiempo.',
    laterText: (day) => `Responda antes del ${day} con el mismo enlace.`,
    answered: 'Usted respondió',
    settled: 'Esta reclamación ya está resuelta. No queda nada que responder.',
    file: 'Adjuntar un documento',
    fileHint: 'Opcional: el albarán, por ejemplo. PDF o imagen, 10 MB como máximo.',
    notUs: '¿No es para usted?',
    notUsHint: 'Traspase la pregunta; el otro departamento recibe su propio correo.',
    department: 'Quién debe responder',
    passOn: 'Traspasar',
    passedOn: 'Traspasada. Gracias.',
    passedOnText: (department) =>
      `${department} recibe un correo con la pregunta. Puede cerrar esta página.`,
  },
  answers: {
    credit_note: { name: 'El cliente tiene razón', text: 'Corresponde un abono' },
    corrected_invoice: { name: 'La factura estaba mal', text: 'Hay que corregirla' },
    delivery_proved: { name: 'Sí entregamos', text: 'Hay prueba' },
    rejected: { name: 'La factura es correcta', text: 'El cliente debe pagar' },
    need_time: { name: 'Necesito más tiempo', text: 'Una semana más' },
    not_us: { name: 'No somos nosotros', text: 'Debe responder otro departamento' },
  },
  reasons: {
    never_received: 'Factura nunca recibida',
    wrong_amount: 'Importe incorrecto',
    price: 'Precio',
    quality: 'Calidad',
    quantity: 'Cantidad',
    not_delivered: 'No entregado',
    missing_po: 'Falta el número de pedido',
    duplicate: 'Facturado dos veces',
    already_paid: 'Ya pagado',
    wrong_entity: 'Empresa equivocada',
    other: 'Otra cosa',
  },
  departments: {
    sales: 'Ventas',
    logistics: 'Logística',
    quality: 'Calidad',
    billing: 'Facturación',
    purchasing: 'Compras',
    finance: 'Finanzas',
    legal: 'Jurídico',
    other: 'Otro departamento',
  },
}
