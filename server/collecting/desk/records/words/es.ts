import type { RecordWords } from './types.ts'

export const es: RecordWords = {
  title: { conversation: 'Acta de la conversación', acknowledgement: 'Reconocimiento de deuda' },
  firstLine: {
    asOf: (day) => `Importes a ${day}.`,
    synced: (moment) => `Contabilidad de ${moment}.`,
    payments: (day) => `Pagos considerados hasta ${day}.`,
    stale: (moment) =>
      `Los importes pueden estar desfasados: la contabilidad es de ${moment}. Los pagos posteriores no se han considerado.`,
    neverSynced: 'Los importes pueden estar desfasados: no se sabe de cuándo es la contabilidad.',
  },
  parties: {
    creditor: 'Acreedor',
    debtor: 'Deudor',
    number: (number) => `Número de cliente ${number}`,
    signs: (name, role) => (role === '' ? `Firma: ${name}` : `Firma: ${name}, ${role}`),
  },
  headings: {
    talk: 'La conversación',
    invoices: { conversation: 'Documentos tratados', acknowledgement: 'Lo que se debe' },
    commitment: 'Lo acordado',
    declaration: 'Declaración',
    information: 'Qué significa',
  },
  talk: {
    when: 'Cuándo',
    where: 'Dónde',
    who: 'Quién',
    said: 'Lo que dijo el cliente',
    agreed: 'Acordado',
    channels: {
      call: 'por teléfono',
      visit: 'en persona',
      email: 'por correo electrónico',
      other: 'de otro modo',
    },
  },
  columns: {
    number: 'Documento',
    issued: 'Emitido',
    due: 'Vence',
    open: 'Abierto',
    disputed: 'En disputa',
    acknowledged: 'Reconocido',
  },
  sums: { open: 'Total abierto', disputed: 'de ello en disputa', acknowledged: 'Reconocido' },
  inCurrency: (currency) => `En ${currency}`,
  acknowledges: (debtor, creditor, amounts) =>
    `${debtor} reconoce deber a ${creditor} ${amounts} por los documentos anteriores.`,
  carvesOut: (amounts) =>
    `De estos documentos, ${amounts} están en disputa y no se reconocen aquí; ambas partes conservan sus derechos al respecto.`,
  noneDisputed: 'Nada de ello está en disputa.',
  discussed: (debtor, creditor) =>
    `${debtor} y ${creditor} hablaron de los documentos anteriores. Esta acta recoge lo tratado; por sí sola no reconoce ningún crédito ni renuncia a ninguno.`,
  promise: (debtor, amount, day) => `${debtor} pagará ${amount} a más tardar el ${day}.`,
  promiseFor: (debtor, amount, day, number) =>
    `${debtor} pagará ${amount} del documento ${number} a más tardar el ${day}.`,
  plan: (debtor, total, { count, first, last }) =>
    `${debtor} pagará ${total} en ${count} plazos, el primero el ${first} y el último el ${last}.`,
  instalment: (number) => `Plazo ${number}`,
  accelerates: 'Si no se paga un plazo, todo el resto vence de inmediato.',
  consent: {
    conversation: (debtor) =>
      `He leído esta acta, recoge lo tratado y acordado, y la firmo electrónicamente por ${debtor}.`,
    acknowledgement: (debtor) =>
      `He leído este reconocimiento de deuda, puedo darlo por ${debtor} y lo firmo electrónicamente.`,
  },
  limitation: {
    notAdvice: 'Información con su fuente; no es asesoramiento jurídico.',
    restarts: (source) =>
      `Un reconocimiento hace que el plazo de prescripción de los créditos reconocidos empiece de nuevo, mientras el anterior no haya terminado (${source}).`,
    noRule: 'Si un plazo de prescripción empieza de nuevo depende del derecho aplicable.',
    period: (years, source) =>
      `El nuevo plazo es de ${years} años desde el día siguiente a la firma (${source}).`,
    noPeriod: 'Cuánto dura el nuevo plazo, debe decirlo un abogado.',
    notes: {
      in_writing_and_signed:
        'El reconocimiento debe constar por escrito y firmado por quien lo da o por su representante.',
      not_abstract:
        'Se confirma una deuda existente. No es una promesa autónoma según el § 781 BGB, que no puede darse en forma electrónica.',
      longer_by_deed:
        'Tras un reconocimiento en documento el plazo es de diez años (art. 137.2 CO suizo); si basta una firma electrónica, debe decirlo un abogado.',
      shorter_is_shown: 'Algunos créditos tienen un plazo más largo; se indica el más corto.',
      regions_differ: 'En algunas partes del país rigen otras normas.',
      new_law: 'El derecho de la prescripción se está reformando allí.',
      not_looked_up:
        'El texto de la ley no estaba a mano al redactar esto; por eso no se calcula ningún final.',
      check_with_counsel: 'Consulte a un abogado.',
    },
  },
  sheet: {
    record: (number) => `Expediente ${number}`,
    signature: 'Firma',
    signedBy: 'Firmado por',
    role: 'Cargo',
    signedAt: 'Firmado',
    typed: 'Firmado escribiendo el nombre',
    isTest: 'PRUEBA: firmado mientras la organización hacía una prueba. No demuestra nada.',
    audit: 'Página de auditoría',
    auditText: 'Cómo surgió este documento. Cada hora lleva su zona.',
    how: 'Cómo',
    hows: {
      device: (witness) => `En el dispositivo de ${witness}, presente`,
      link: (address) => `Por un enlace enviado solo a ${address}`,
    },
    methods: { drawn: 'dibujada a mano', typed: 'nombre escrito' },
    code: 'Código de un solo uso',
    codeRight: 'enviado a la misma dirección y escrito correctamente',
    from: 'Dirección de red',
    agent: 'Navegador',
    consent: 'Aceptado',
    hash: 'Huella de lo firmado (SHA-256)',
    hashText: 'Formada por cada frase y cada cifra, antes de mostrarse el documento para la firma.',
    limitation: 'Prescripción',
    limitationUntil: (day) => `hasta el final del ${day}`,
    limitationCounsel: 'consulte a un abogado',
    event: 'Qué ocurrió',
    at: 'Cuándo',
    by: 'Por',
    system: 'Goodterms',
    events: {
      made: 'Documento hecho y fijado',
      requested: 'Enlace para firmar pedido',
      mail_accepted: 'Mensaje con el enlace aceptado por el servidor',
      mail_refused: 'El mensaje con el enlace volvió',
      mail_unknown: 'Mensaje con el enlace: el servidor no respondió',
      mail_given_up: 'Mensaje con el enlace no enviado: ya no se deseaba',
      address_bounced: 'La dirección se notificó como no localizable',
      link_made: 'Enlace creado',
      link_revoked: 'Enlace terminado',
      link_closed: 'Enlace cerrado tras cinco códigos incorrectos',
      code_made: 'Código de un solo uso enviado',
      signed: 'Firmado',
      sealed: 'Sellado',
      refused: 'No firmado: el cliente dice que algo no es correcto',
      withdrawn: 'Retirado',
      superseded: 'Sustituido por un documento más reciente',
      not_sealed: 'Firmado, pero no se pudo sellar',
    },
    verify: '¿Este documento está intacto?',
    verifyText: (organisation) =>
      `Está sellado por ${organisation} (PAdES). Lo puede decir cualquier lector de PDF que compruebe firmas, y también esta página:`,
    page: ['Página ', ' de ', ''],
  },
  page: {
    asks: (organisation) => `${organisation} le pide que lea y firme esto.`,
    sign: 'Firmar',
    name: 'Su nombre',
    role: 'Su cargo',
    roleHint: 'Por ejemplo: gerente, cuentas a pagar.',
    typed: 'Firma: escriba su nombre completo',
    typedHint: 'Basta con escribir. Si prefiere dibujar, use el recuadro de abajo.',
    drawFirst: 'Dibuje su firma',
    orType: 'O escriba su nombre completo',
    draw: 'O dibuje su firma',
    drawHint: 'Con el dedo, un lápiz o el ratón.',
    clear: 'Borrar',
    consent: 'Acepto',
    doSign: 'Firmar ahora',
    wrong: 'Hay algo que no está bien',
    wrongHint:
      'Diga qué; no hace falta ningún código. Entonces no se firma nada y volverán a contactarle.',
    doRefuse: 'No firmo esto',
    missing: {
      name: 'Escriba primero su nombre.',
      signature: 'Escriba su nombre como firma o dibújela.',
      consent: 'Marque la frase que acepta.',
      reason: 'Diga en pocas palabras qué no está bien.',
    },
    signed: 'Gracias. Está firmado.',
    signedText: (organisation) =>
      `Usted y ${organisation} reciben el documento sellado por correo en unos minutos. Puede cerrar esta página.`,
    refused: 'Anotado: no firma esto.',
    refusedText: (organisation) => `${organisation} ve lo que ha escrito y se pondrá en contacto.`,
    ended: 'Este documento ya no espera ninguna firma. No tiene que hacer nada.',
    endedTexts: {
      withdrawn: (organisation, writtenBy) =>
        `${organisation} lo ha retirado. Si no lo esperaba, pregunte a ${writtenBy} o responda al correo que le trajo aquí.`,
      superseded: (organisation, writtenBy) =>
        `${organisation} ha redactado otro más reciente en su lugar. Si le corresponde firmarlo, el enlace llega en un correo aparte. Si no lo encuentra, pregunte a ${writtenBy}.`,
      paid: (organisation) => `El asunto está pagado. ${organisation} se lo agradece.`,
      changed: (organisation, writtenBy) =>
        `Lo acordado ha cambiado desde entonces. ${writtenBy}, de ${organisation}, puede decirle más; también puede responder al correo que le trajo aquí.`,
    },
    isTest: 'Esto es una prueba. Lo que se firme aquí no demuestra nada.',
  },
  mail: {
    greeting: (name) => (name === '' ? 'Hola:' : `Hola, ${name}:`),
    request: {
      subject: (title, organisation) => `Para firmar: ${title}, ${organisation}`,
      asks: (person, organisation) =>
        `${person}, de ${organisation}, le pide que lea y firme lo que acordaron. Son dos minutos y no necesita cuenta. Al firmar se envía un código a esta dirección.`,
      button: 'Leer y firmar',
      smallPrint: (organisation, day) =>
        `Enviado por ${organisation}. El enlace es solo para usted y está abierto hasta ${day}: no reenvíe este mensaje. Abrirlo no firma nada.`,
    },
    copy: {
      subject: (title, customer) => `Firmado: ${title}, ${customer}`,
      theirs: (organisation) =>
        `Aquí está lo que firmó, sellado por ${organisation}. La última página dice cómo surgió y cómo comprobar que nada se cambió. Consérvelo, por favor.`,
      ours: (customer) =>
        `Está firmado por ${customer}. El documento sellado va adjunto y queda guardado con el cliente.`,
      smallPrint: 'Un solo byte cambiado rompe el sello.',
    },
    fileName: { conversation: 'Acta', acknowledgement: 'Reconocimiento-de-deuda' },
  },
}
