import type { PortalWords } from './types.ts'

export const fr: PortalWords = {
  title: 'Votre réponse',
  footer: 'Ce lien n’a été envoyé qu’à vous. L’ouvrir ne change rien.',
  problems: {
    no_such_link: {
      title: 'Ce lien n’est pas complet',
      text: 'Ouvrez-le de nouveau depuis le message, ou copiez-le en entier. S’il ne s’ouvre toujours pas, demandez-en un nouveau.',
    },
    link_expired: {
      title: 'Ce lien a expiré',
      text: 'Il était ouvert pour un temps limité. Pour répondre encore, demandez-en un nouveau.',
    },
    link_used: {
      title: 'C’est répondu',
      text: 'Le lien a servi. Vous n’avez plus rien à faire.',
    },
    link_revoked: {
      title: 'Ce lien a été retiré',
      text: 'Une réponse n’est plus nécessaire, ou un lien plus récent vous a été envoyé.',
    },
    link_closed: {
      title: 'Ce lien est fermé',
      text: 'Le code a été faux trop souvent. Demandez un nouveau lien.',
    },
    too_many_attempts: {
      title: 'Trop de tentatives',
      text: 'Merci d’attendre un quart d’heure, puis de réessayer.',
    },
    no_longer_possible: {
      title: 'Ce n’est plus possible',
      text: 'Les choses ont changé depuis l’envoi du message. Rien n’a été noté.',
    },
    fault: {
      title: 'Cela n’a pas fonctionné',
      text: 'La faute est la nôtre, pas la vôtre. Rien n’a été noté ; merci de réessayer dans quelques minutes.',
    },
  },
  code: {
    label: 'Code reçu par message',
    hint: (address) => `Six chiffres, envoyés à ${address}.`,
    send: 'M’envoyer un code',
    sent: (address) => `Un code est en route vers ${address}. Il vaut dix minutes.`,
    notSent: 'Le code n’a pas pu être envoyé. Merci de réessayer dans quelques minutes.',
    missing: 'Saisissez d’abord le code.',
    wrong: (left) =>
      left === 1
        ? 'Ce code est faux. Il reste une tentative.'
        : `Ce code est faux. Il reste ${left} tentatives.`,
    expired: 'Ce code ne vaut plus. Faites-vous en envoyer un nouveau.',
    subject: (organisation) => `Votre code pour ${organisation}`,
    text: (code) => `Votre code est ${code}. Il vaut dix minutes.`,
    smallPrint: 'Personne ne vous demandera jamais ce code par téléphone ou par message.',
  },
  check: {
    title: 'Ce document est-il inchangé ?',
    text: (organisation) =>
      `Choisissez un PDF scellé par ${organisation}. Vous saurez s’il est exactement tel qu’il a été scellé.`,
    file: 'Le PDF',
    go: 'Vérifier',
    kept: 'Le fichier est comparé et n’est pas conservé.',
    missing: 'Choisissez d’abord un fichier.',
    tooLarge: 'Ce fichier est trop volumineux : 10 Mo au plus.',
    verdicts: {
      intact: (organisation) => `Inchangé. Scellé par ${organisation}, et exactement comme alors.`,
      foreign: (organisation) =>
        `Scellé et inchangé, mais pas par ${organisation}. Ne le prenez pas pour un document de leur part.`,
      changed: () => 'Pas tel qu’il a été scellé. Ne vous fiez pas à ce fichier.',
      unsigned: () => 'Ce PDF ne porte aucun sceau.',
      unreadable: () => 'Ce n’est pas un PDF entier. Redemandez le fichier.',
    },
    sealedBy: 'Scellé par',
    sealedAt: 'Scellé',
    stampedAt: 'Horodatage',
    certificate: 'Certificat (SHA-256)',
    footer: 'Chacun peut vérifier ici. Rien de votre fichier n’est conservé.',
  },
  chooseFirst: 'Choisissez d’abord une réponse.',
  tooLong: 'Ce texte est trop long : 2 000 caractères au plus.',
  fileTooLarge: 'Ce fichier est trop gros : 10 Mo au plus.',
  fileNotAllowed: 'Ce fichier ne convient pas : seulement PDF, PNG ou JPEG.',
}
