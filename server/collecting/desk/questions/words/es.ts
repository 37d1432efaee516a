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
    finance: 'Administración',
    legal: 'Jurídico',
    other: 'Otro departamento',
  },
  usual: {
    never_received:
      'El cliente dice que nunca recibió la factura. ¿Cuándo y adónde la enviamos, y hay prueba de que llegó?',
    wrong_amount:
      'El cliente dice que el importe no es correcto. ¿Es así? Si lo es, ¿cuál es el bueno?',
    price: 'El cliente dice que se acordó otro precio. ¿Qué se acordó y dónde consta?',
    quality:
      'El cliente no está conforme con la mercancía o el trabajo. ¿Lo sabe, y qué ofrecemos?',
    quantity: 'El cliente dice que la cantidad no es correcta. ¿Qué entregamos y qué lo demuestra?',
    not_delivered:
      'El cliente dice que no se le entregó. ¿Se entregó, cuándo, y tenemos el albarán firmado?',
    missing_po: 'El cliente necesita su número de pedido en la factura. ¿Cuál es?',
    duplicate: 'El cliente dice que se le facturó dos veces. ¿Es así?',
    already_paid: 'El cliente dice que ha pagado. ¿Encuentra el pago?',
    wrong_entity:
      'El cliente dice que la factura corresponde a otra empresa. ¿Cuál hizo el pedido?',
    other: 'El cliente no acepta esta factura. ¿Tiene razón? Si no, ¿qué lo demuestra?',
  },
}
