import type { outbox as source } from '../en/outbox.ts'
import type { Translated } from '../translated.ts'

export const outbox: Translated<typeof source> = {
  waiting_one: '{count} elemento espera en este dispositivo a ser enviado.',
  waiting_other: '{count} elementos esperan en este dispositivo a ser enviados.',
  refused_one: '{count} elemento no se pudo enviar y le necesita.',
  refused_other: '{count} elementos no se pudieron enviar y le necesitan.',
  show: 'Mostrar',
  title: 'En espera de envío',
  offline: 'No se puede contactar con el servidor ahora. Se vuelve a intentar solo.',
  signedOut: 'Su sesión ha terminado. Se enviará cuando vuelva a iniciar sesión.',
  sealed:
    'Se guarda cifrado en este dispositivo; solo usted puede leerlo mientras tenga la sesión abierta.',
  notKept: 'Este navegador no guarda nada: deje esta página abierta hasta que se envíe.',
  tryNow: 'Intentar ahora',
  empty: 'Todo se ha enviado.',
  waitingOne: 'Espera a la red.',
  whatNow: 'No se ha registrado nada. Escríbalo de nuevo con la situación actual o descártelo.',
  writeAgain: 'Escribir de nuevo',
  change: 'Cambiar',
  drop: 'Descartar',
  arrived: 'Enviado: {label}',
  ballHadReturned:
    'Administración ya había retomado el caso el {day}, antes de que esto llegara. Queda registrado en el momento de su conversación; mire qué ha hecho administración desde entonces.',
}
