import type { mailbox as en } from '../en/mailbox.ts'
import type { Translated } from '../translated.ts'

export const mailbox: Translated<typeof en> = {
  text: 'Lo que ha enviado la empresa de demostración. Se retuvo aquí y nunca salió de esta máquina.',
  none: 'Todavía no hay correo',
  noneText: 'Haga el envío de hoy: sus mensajes llegan aquí, tal como los recibirían los clientes.',
  list: 'Correo retenido, primero el más reciente',
  hasAttachments: 'con un adjunto',
  back: 'Todo el correo',
  fromTo: 'De {from} para {to}',
  source: 'El mensaje tal como se entregó',
}
