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
      `${asker} cree que una palabra suya ayuda más que otro aviso. Si se encarga, administración hace una pausa hasta el ${until}.`,
    button: 'Ver y decidir',
    note: '¿Qué piensa hacer?',
    do: 'Encargarme en lugar de administración',
    doText: (until) => `Los avisos se pausan hasta el ${until}`,
    decline: 'No, gracias',
    declineText: 'Administración sigue como hasta ahora y queda informada',
    declined:
      'Usted dijo que no. Administración sigue con este cliente; en Goodterms todavía puede hacerse cargo.',
    otherwise: 'Nadie se hizo cargo: administración sigue como hasta ahora.',
    done: 'Gracias, queda en sus manos.',
    doneText: (customer, until) =>
      `Administración no envía nada a ${customer} hasta el ${until}. Antes se le preguntará qué resultó.`,
    theirs: (customer, until) => `Usted se encarga de ${customer} hasta el ${until}.`,
    refusals: {
      already_with_seller: 'Este cliente ya está con un comercial.',
      in_legal_lane: 'El departamento jurídico se ha encargado entretanto.',
      not_their_seller: 'Ahora otra persona atiende a este cliente.',
      nothing_overdue: 'Ya no hay nada vencido. ¡Buena noticia!',
      promises_broken:
        'Antes no se cumplieron promesas; administración sigue por su cuenta con este cliente.',
      taken_too_often: 'Se ha encargado de este cliente tantas veces como se acordó por trimestre.',
    },
  },
  tell: {
    title: (customer) => `¿Qué resultó con ${customer}?`,
    asks: (asker, customer, until) =>
      `${asker === '' ? 'Administración' : asker} le pregunta por ${customer}. Administración no envía nada hasta el ${until}; basta un toque para decir qué resultó.`,
    button: 'Responder ahora',
  },
}
