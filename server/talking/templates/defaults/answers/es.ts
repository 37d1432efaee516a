import { PAYMENT } from '../parts.ts'
import type { AnswerTexts } from '../types.ts'

export const es: AnswerTexts = {
  promise_broken: {
    name: 'Pago anunciado no recibido',
    subject: 'El pago que nos anunció: {{ documents }}',
    body: `{{ greeting }}

Tuvo la amabilidad de indicarnos cuándo podíamos esperar su pago. Esa fecha ha pasado y no lo hemos encontrado en nuestra cuenta.

{{ items_table }}

Si ya ha pagado, le agradeceremos que nos indique la fecha, el importe y la referencia para poder localizarlo. Si no, le rogamos que transfiera {{ payable }} ahora o que me diga hoy qué lo impide.

${PAYMENT}

Un cordial saludo,

{{ signature }}`,
  },
  invoice_note: {
    name: 'Factura nueva',
    subject:
      '{% if count == 1 %}Factura nueva{% else %}Facturas nuevas{% endif %}: {{ documents }}',
    body: `{{ greeting }}

{% if count == 1 %}Le hemos emitido una factura nueva.{% else %}Le hemos emitido {{ count }} facturas nuevas.{% endif %} Por si {% if count == 1 %}aún no le ha llegado{% else %}alguna aún no le ha llegado{% endif %}, estos son los datos:

{{ items_table }}

No tiene que hacer nada antes del vencimiento. Si falta algo, un número de pedido o una copia por ejemplo, o si algo no es como esperaba, dígamelo ahora y me ocuparé de ello.

${PAYMENT}

Gracias y un cordial saludo

{{ signature }}`,
  },
  instalment_missed: {
    name: 'Plazo del plan no recibido',
    subject: 'El plazo de {{ instalment.amount }} con vencimiento el {{ instalment.due_on }}',
    body: `{{ greeting }}

Habíamos acordado un plan de pago. Su plazo {{ instalment.number }} de {{ instalment.count }}, {{ instalment.amount }}, vencía el {{ instalment.due_on }}, y no lo hemos encontrado completo en nuestra cuenta.

El plan comprende:

{{ items_table }}

Si ya ha pagado, le agradeceremos que nos indique la fecha, el importe y la referencia para poder localizarlo. Si ha surgido un imprevisto, dígamelo hoy: es más fácil encontrar una solución juntos ahora que más adelante. Si no, le rogamos que transfiera {{ instalment.amount }} ahora. Sin el plan, se deben {{ payable }}.

${PAYMENT}

Un cordial saludo,

{{ signature }}`,
  },
  thank_you: {
    name: 'Gracias por su pago',
    subject: 'Gracias por su pago de {{ payment.amount }}',
    body: `{{ greeting }}

Hemos recibido su pago de {{ payment.amount }} con fecha {{ payment.received_on }}. Se lo agradecemos.

{% if overdue %}En el extracto adjunto puede ver lo que sigue pendiente en su cuenta.{% else %}En su cuenta no hay nada vencido.{% endif %}

Un cordial saludo,

{{ signature }}`,
  },
  statement_only: {
    name: 'Extracto de cuenta',
    subject: 'Extracto de cuenta a {{ as_of }}',
    body: `{{ greeting }}

A continuación, y en el PDF adjunto, encontrará el extracto de su cuenta a {{ as_of }}.

{{ account_table }}

Le ruego que lo compare con su contabilidad y me avise si observa alguna diferencia.

Un cordial saludo,

{{ signature }}`,
  },
  documents_asked: {
    name: 'Documentos solicitados',
    subject: 'Los documentos de {{ documents }}',
    body: `{{ greeting }}

Tal como nos pidió, le enviamos los documentos de {% if count == 1 %}la factura siguiente{% else %}las facturas siguientes{% endif %}. Los encontrará adjuntos, junto con un extracto de su cuenta.

{{ items_table }}

Si falta algo, o si lo necesita en otro formato, basta con una breve respuesta.

Un cordial saludo

{{ signature }}`,
  },
  remittance_request: {
    name: 'Solicitud de datos de un pago',
    subject: 'Su pago de {{ documents }}: ¿puede darnos los datos?',
    body: `{{ greeting }}

Gracias por indicarnos que {% if count == 1 %}la factura siguiente está pagada{% else %}las facturas siguientes están pagadas{% endif %}. Todavía no hemos encontrado el pago en nuestra cuenta y queremos localizarlo pronto.

{{ items_table }}

¿Podría enviarnos la fecha, el importe, la cuenta de destino y la referencia, o simplemente el aviso de pago? Mientras no lo encontremos, no enviaremos recordatorios.

Un cordial saludo

{{ signature }}`,
  },
  instalment_reminder: {
    name: 'Antes de un plazo',
    subject:
      'Plazo {{ instalment.number }} de {{ instalment.count }}: {{ instalment.amount }} el {{ instalment.due_on }}',
    body: `{{ greeting }}

Según lo acordado, pronto vence el próximo plazo de su plan de pago:

{{ instalment.amount }} el {{ instalment.due_on }} (plazo {{ instalment.number }} de {{ instalment.count }})

El plan comprende:

{{ items_table }}

Si el pago ya está previsto, no tiene que hacer nada. Si la fecha no le conviene, dígamelo antes para que busquemos juntos una solución.

${PAYMENT}

Gracias y un cordial saludo

{{ signature }}`,
  },
  dispute_settled: {
    name: 'Respuesta a una disputa',
    subject: 'Su consulta: {{ documents }}',
    body: `{{ greeting }}

{{ personal_note }}

{{ items_table }}

${PAYMENT}

Un cordial saludo

{{ signature }}`,
  },
  plan_accelerated: {
    name: 'Vence el resto de un plan',
    subject: 'Su plan de pago: {{ acceleration.amount }} por pagar ahora',
    body: `{{ greeting }}

El {{ acceleration.agreed_on }} acordamos un plan de pago. Según lo acordado, si un plazo no se paga, puede darse por vencido todo el resto. No hemos encontrado en nuestra cuenta, o no por completo, lo siguiente:

{% for one in acceleration.missed %}Plazo {{ one.number }} de {{ one.count }}, con vencimiento el {{ one.due_on }}: faltan {{ one.amount }}
{% endfor %}

Ahora hacemos uso de esa cláusula. Los plazos terminan y todo el resto, {{ acceleration.amount }}, debe pagarse de una vez, con fecha de {{ acceleration.due_on }}:

{% for one in acceleration.items %}{{ one.number }}: {{ one.amount }}
{% endfor %}

Le rogamos que transfiera {{ acceleration.amount }} ahora. Si ya ha pagado, envíenos la fecha, el importe y la referencia, y lo buscaremos. Si no puede pagar esa suma de una vez, llámeme o escríbame hoy.

${PAYMENT}

Un cordial saludo

{{ signature }}`,
  },
}
