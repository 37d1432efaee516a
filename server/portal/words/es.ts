import type { PortalWords } from './types.ts'

export const es: PortalWords = {
  title: 'Su respuesta',
  footer: 'Este enlace se envió solo a usted. Abrirlo no cambia nada.',
  problems: {
    no_such_link: {
      title: 'Este enlace no está completo',
      text: 'Ábralo otra vez desde el mensaje o cópielo entero. Si sigue sin abrirse, pida uno nuevo.',
    },
    link_expired: {
      title: 'Este enlace ha caducado',
      text: 'Estuvo abierto un tiempo limitado. Si aún quiere responder, pida uno nuevo.',
    },
    link_used: {
      title: 'Ya está respondido',
      text: 'El enlace ha cumplido su función. No tiene que hacer nada más.',
    },
    link_revoked: {
      title: 'Este enlace se retiró',
      text: 'Ya no hace falta una respuesta, o se le envió un enlace más reciente.',
    },
    link_closed: {
      title: 'Este enlace está cerrado',
      text: 'El código fue incorrecto demasiadas veces. Pida un enlace nuevo.',
    },
    too_many_attempts: {
      title: 'Demasiados intentos',
      text: 'Espere un cuarto de hora y vuelva a intentarlo.',
    },
    no_longer_possible: {
      title: 'Ya no es posible',
      text: 'Algo ha cambiado desde que se envió el mensaje. No se anotó nada.',
    },
    fault: {
      title: 'No ha funcionado',
      text: 'El fallo es nuestro, no suyo. No se anotó nada; inténtelo de nuevo en unos minutos.',
    },
  },
  code: {
    label: 'Código del mensaje',
    hint: (address) => `Seis cifras, enviadas a ${address}.`,
    send: 'Enviarme un código',
    sent: (address) => `Un código va camino de ${address}. Vale diez minutos.`,
    notSent: 'No se pudo enviar el código. Inténtelo de nuevo en unos minutos.',
    missing: 'Escriba primero el código.',
    wrong: (left) =>
      left === 1
        ? 'El código es incorrecto. Queda un intento.'
        : `El código es incorrecto. Quedan ${left} intentos.`,
    expired: 'Ese código ya no vale. Pida que se le envíe otro.',
    subject: (organisation) => `Su código para ${organisation}`,
    text: (code) => `Su código es ${code}. Vale diez minutos.`,
    smallPrint: 'Nadie le pedirá nunca este código por teléfono ni por mensaje.',
  },
  check: {
    title: '¿Este documento está intacto?',
    text: (organisation) =>
      `Elija un PDF que selló ${organisation}. Sabrá si está exactamente como se selló.`,
    file: 'El PDF',
    go: 'Comprobar',
    kept: 'El archivo se compara y no se guarda.',
    missing: 'Elija primero un archivo.',
    tooLarge: 'Ese archivo es demasiado grande: como mucho 10 MB.',
    verdicts: {
      intact: (organisation) => `Intacto. Sellado por ${organisation} y exactamente como entonces.`,
      foreign: (organisation) =>
        `Sellado e intacto, pero no por ${organisation}. No lo tome por un documento suyo.`,
      changed: () => 'No está como se selló. No confíe en este archivo.',
      unsigned: () => 'Este PDF no lleva sello.',
      unreadable: () => 'No es un PDF entero. Pida el archivo otra vez.',
    },
    sealedBy: 'Sellado por',
    sealedAt: 'Sellado',
    stampedAt: 'Sello de tiempo',
    certificate: 'Certificado (SHA-256)',
    footer: 'Cualquiera puede comprobar aquí. No se guarda nada de su archivo.',
  },
  chooseFirst: 'Elija primero una respuesta.',
  tooLong: 'El texto es demasiado largo: como mucho 2.000 caracteres.',
  fileTooLarge: 'Este archivo es demasiado grande: 10 MB como máximo.',
  fileNotAllowed: 'Este archivo no sirve: solo PDF, PNG o JPEG.',
}
