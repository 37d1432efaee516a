import type { BallWords } from './types.ts'

export const es: BallWords = {
  smallPrint: (until) =>
    `El enlace es solo para usted y está abierto hasta el ${until}: no reenvíe este mensaje. Abrirlo no cambia nada; solo cuenta lo que se elija en la página.`,
  facts: {
    customer: 'Cliente',
    overdue: 'Vencido ahora',
    oldest: 'Con retraso desde hace',
    until: 'Con usted hasta el',
  },
  days: (count) => `${count} días`,
  says: (asker) => (asker === '' ? 'La pregunta' : `${asker} escribe`),
  noteHint: 'No es necesario. Lo leen compañeros, no el cliente.',
  take: {
    title: (customer) => `¿Quiere encargarse de ${customer}?`,
    asks: (asker, until) =>
      `${asker} cree que una palabra suya ayuda más que otro aviso. Si se encarga, finanzas hace una pausa hasta el ${until}.`,
    button: 'Ver y decidir',
    note: '¿Qué piensa hacer?',
    do: 'Encargarme en lugar de finanzas',
    doText: (until) => `Los avisos se pausan hasta el ${until}`,
    decline: 'No, gracias',
    declineText: 'Administración sigue como hasta ahora y queda informada',
    declined:
      'Usted dijo que no. Administración sigue con este cliente; en Goodterms todavía puede hacerse cargo.',
    otherwise: 'Nadie se hizo cargo: administración sigue como hasta ahora.',
    done: 'Gracias, queda en sus manos.',
    doneText: (customer, until) =>
      `Finanzas no envía nada a ${customer} hasta el ${until}. Antes se le preguntará qué resultó.`,
    theirs: (customer, until) => `Usted se encarga de ${customer} hasta el ${until}.`,
    refusals: {
      already_with_seller: 'Este cliente ya está con un comercial.',
      in_legal_lane: 'El departamento jurídico se ha encargado entretanto.',
      not_their_seller: 'Ahora otra persona atiende a este cliente.',
      nothing_overdue: 'Ya no hay nada vencido. ¡Buena noticia!',
      promises_broken:
        'Antes no se cumplieron promesas; finanzas sigue por su cuenta con este cliente.',
      taken_too_often: 'Se ha encargado de este cliente tantas veces como se acordó por trimestre.',
    },
  },
  tell: {
    title: (customer) => `¿Qué resultó con ${customer}?`,
    asks: (asker, customer, until) =>
      `${asker === '' ? 'Finanzas' : asker} le pregunta por ${customer}. Finanzas no envía nada hasta el ${until}; basta un toque para decir qué resultó.`,
    button: 'Responder ahora',
    said: '¿Qué dijo el cliente?',
    choose: 'Qué resultó',
    outcomes: {
      promised: { name: 'Prometió pagar', text: 'El importe y el día de arriba' },
      already_paid: { name: 'Dice que está pagado', text: 'Finanzas busca el dinero' },
      short_of_cash: { name: 'Ahora no puede pagar', text: 'Hay que hablar de condiciones' },
      refuses: { name: 'No quiere pagar', text: 'Finanzas sigue' },
      not_reached: { name: 'No localicé a nadie', text: 'Lo intenta el próximo día hábil' },
      other: { name: 'Otra cosa', text: 'Como escribió arriba' },
    },
    promise: 'Si prometió pagar',
    promiseHint: 'Déjelo así para todo lo demás.',
    amount: (currency) => `Importe en ${currency}`,
    day: 'Día',
    promiseMissing: 'Indique el importe y el día prometidos.',
    more: 'Una reclamación, documentos o plazos se anotan antes en Goodterms.',
    done: 'Gracias, queda anotado.',
    doneText: 'Finanzas lo ve enseguida. Puede cerrar esta página.',
    goneBack: (customer) =>
      `${customer} está de nuevo en finanzas. Lo que resultó aún puede anotarse en Goodterms.`,
    refused:
      'Así no se puede anotar: quizá se prometió más de lo debido, o para un día posterior al que puede acordar por su cuenta. No se anotó nada; inténtelo de nuevo desde el mensaje o en Goodterms.',
  },
}
