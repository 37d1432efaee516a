import { PAYMENT } from '../parts.ts'
import type { ReminderTexts } from '../types.ts'

export const es: ReminderTexts = {
  before_due_friendly: {
    name: 'Antes del vencimiento, cordial',
    subject: 'Vence el {{ due_on }}: {{ documents }}',
    body: `{{ greeting }}

Le escribo con un poco de antelación: {% if count == 1 %}la factura siguiente vence el {{ due_on }}{% else %}las facturas siguientes vencen a partir del {{ due_on }}{% endif %}. El importe es de {{ payable }}.

{{ items_table }}

Si el pago ya está previsto, no tiene que hacer nada. Si le falta algo, por ejemplo un número de pedido o un albarán, dígamelo ahora y lo resolvemos antes del vencimiento.

${PAYMENT}

Muchas gracias y un cordial saludo,

{{ signature }}`,
  },
  reminder_friendly: {
    name: 'Primer recordatorio, cordial',
    subject: 'Recordatorio: {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

{% if count == 1 %}Salvo error por nuestra parte, la factura siguiente ha vencido y todavía no nos consta su pago.{% else %}Salvo error por nuestra parte, las facturas siguientes han vencido y todavía no nos consta su pago.{% endif %} Seguramente se trata de un simple descuido.

{{ items_table }}

¿Podría indicarme cuándo podemos esperar {{ payable }}? Si su pago se ha cruzado con este mensaje, le doy las gracias y le ruego que no lo tenga en cuenta. Si hay algo que no es correcto, basta con una breve respuesta y me ocuparé de ello.

El extracto adjunto muestra la cuenta completa.

${PAYMENT}

Un cordial saludo,

{{ signature }}`,
  },
  reminder_firm: {
    name: 'Segundo recordatorio, firme',
    subject: 'Pago vencido: {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

A pesar de nuestro recordatorio anterior, {% if count == 1 %}la factura siguiente sigue sin pagarse; venció hace {{ days_late }} días.{% else %}las facturas siguientes siguen sin pagarse; la más antigua venció hace {{ days_late }} días.{% endif %}

{{ items_table }}

Le rogamos que transfiera {{ payable }} en los próximos siete días o que nos comunique dentro de ese plazo en qué fecha pagará. Si no está conforme con alguna parte, indíquenos cuál y por qué motivo; el resto sigue siendo exigible.

El extracto adjunto muestra la cuenta completa.

${PAYMENT}

Atentamente,

{{ signature }}`,
  },
  reminder_final: {
    name: 'Último aviso',
    subject: 'Último aviso: {{ payable }} antes del {{ next_step_on }}',
    body: `{{ greeting }}

Le hemos escrito varias veces en relación con {% if count == 1 %}la factura siguiente{% else %}las facturas siguientes{% endif %} y no hemos recibido ni el pago ni una explicación del retraso.

{{ items_table }}

Le pedimos que {{ payable }} lleguen a nuestra cuenta a más tardar el {{ next_step_on }}. De lo contrario, {{ next_step }}.

Preferimos con mucho encontrar una solución con usted. Si hay un motivo para el retraso, llámeme o escríbame antes de esa fecha.

${PAYMENT}

Atentamente,

{{ signature }}`,
  },
  seller_friendly: {
    name: 'Nota del comercial',
    subject: 'Una breve consulta sobre {{ documents }}',
    body: `{{ greeting }}

{% if personal_note %}{{ personal_note }}

{% endif %}Mis compañeros de administración me comentan que {% if count == 1 %}queda una factura pendiente{% else %}quedan {{ count }} facturas pendientes{% endif %}, en total {{ payable }}. Antes de que nadie le envíe avisos formales quería preguntarle yo: ¿ha llegado todo y estaba todo como esperaba?

{{ items_table }}

Si algo no está bien, dígamelo y me encargo. Si el pago solo espera su turno, me ayudaría mucho saber cuándo llegará.

Muchas gracias y un saludo afectuoso,

{{ signature }}`,
  },
  consumer_friendly: {
    name: 'Primer recordatorio a un particular',
    subject: 'Un recordatorio: {{ documents }}',
    body: `{{ greeting }}

{% if count == 1 %}Una de nuestras facturas todavía no está pagada.{% else %}Algunas de nuestras facturas todavía no están pagadas.{% endif %} Es fácil que ocurra, por eso se lo recordamos.

{{ items_table }}

Le rogamos que transfiera {{ payable }} en los próximos días. Si ya ha pagado, muchas gracias: no tiene que hacer nada. Si no puede pagar todo de una vez, responda a este mensaje y buscaremos juntos una solución.

${PAYMENT}

Un cordial saludo,

{{ signature }}`,
  },
  consumer_firm: {
    name: 'Segundo recordatorio a un particular',
    subject: 'Segundo recordatorio: {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

Ya le enviamos un recordatorio sobre {% if count == 1 %}la factura siguiente, que sigue sin pagarse.{% else %}las facturas siguientes, que siguen sin pagarse.{% endif %}

{{ items_table }}

Le rogamos que transfiera {{ payable }} en un plazo de 14 días. Si cree que el importe no es correcto o le resulta difícil pagar en este momento, díganoslo dentro de ese plazo. Es posible pagar a plazos.

${PAYMENT}

Atentamente,

{{ signature }}`,
  },
  consumer_final: {
    name: 'Último aviso a un particular',
    subject: 'Último aviso: {{ payable }} antes del {{ next_step_on }}',
    body: `{{ greeting }}

Le hemos recordado varias veces {% if count == 1 %}la factura siguiente{% else %}las facturas siguientes{% endif %} sin tener noticias suyas.

{{ items_table }}

Le rogamos que pague {{ payable }} a más tardar el {{ next_step_on }}. Si para entonces no hemos recibido ni el pago ni noticias suyas, {{ next_step }}.

Si no puede pagar la totalidad, póngase en contacto conmigo antes de esa fecha. Todavía podemos acordar un pago a plazos.

${PAYMENT}

Atentamente,

{{ signature }}`,
  },
  letter_reminder: {
    name: 'Recordatorio por carta',
    subject: 'Recordatorio de pago: {{ documents }}',
    body: `{{ greeting }}

Según nuestros registros, {% if count == 1 %}la factura siguiente está vencida{% else %}las facturas siguientes están vencidas{% endif %}. Nuestros mensajes al respecto han quedado sin respuesta.

{{ items_table }}

Le rogamos que transfiera {{ payable }} en los diez días siguientes a la fecha de esta carta o que nos comunique por escrito sus objeciones.

${PAYMENT}

Atentamente,

{{ signature }}`,
  },
  letter_final: {
    name: 'Último aviso por carta',
    subject: 'Último aviso antes de tomar otras medidas: {{ documents }}',
    body: `{{ greeting }}

A pesar de varios recordatorios, {% if count == 1 %}la factura siguiente no se ha pagado{% else %}las facturas siguientes no se han pagado{% endif %}.

{{ items_table }}

Le damos una última oportunidad de transferir {{ payable }} de modo que nos llegue a más tardar el {{ next_step_on }}. De lo contrario, {{ next_step }}.

${PAYMENT}

Atentamente,

{{ signature }}`,
  },
}
