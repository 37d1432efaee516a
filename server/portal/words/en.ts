import type { PortalWords } from './types.ts'

export const en: PortalWords = {
  title: 'Your answer',
  footer: 'This link was sent to you alone. Opening it changes nothing.',
  problems: {
    no_such_link: {
      title: 'This link is not complete',
      text: 'Please open it from the mail again, or copy all of it. If it still does not open, ask whoever sent it for a new one.',
    },
    link_expired: {
      title: 'This link has ended',
      text: 'It was open for a limited time. If you still want to answer, ask whoever sent it for a new one.',
    },
    link_used: {
      title: 'This has been answered',
      text: 'The link has done its work. Nothing more is needed from you.',
    },
    link_revoked: {
      title: 'This link was taken back',
      text: 'Whoever sent it no longer needs an answer, or has sent you a newer link.',
    },
    link_closed: {
      title: 'This link is closed',
      text: 'The code was wrong too often. Ask whoever sent the link for a new one.',
    },
    too_many_attempts: {
      title: 'Too many attempts',
      text: 'Please wait a quarter of an hour and try again.',
    },
    no_longer_possible: {
      title: 'This is no longer possible',
      text: 'Things have changed since the mail was sent. Nothing was noted.',
    },
    fault: {
      title: 'That did not work',
      text: 'The fault is ours, not yours. Nothing was noted; please try again in a few minutes.',
    },
  },
  code: {
    label: 'Code from the mail',
    hint: (address) => `Six digits, sent to ${address}.`,
    send: 'Send me a code',
    sent: (address) => `A code is on its way to ${address}. It counts for ten minutes.`,
    notSent: 'The code could not be sent. Please try again in a few minutes.',
    missing: 'Enter the code first.',
    wrong: (left) =>
      left === 1
        ? 'That code is wrong. One attempt is left.'
        : `That code is wrong. ${left} attempts are left.`,
    expired: 'That code no longer counts. Have a new one sent.',
    subject: (organisation) => `Your code for ${organisation}`,
    text: (code) => `Your code is ${code}. It counts for ten minutes.`,
    smallPrint: 'Nobody will ever ask you for this code by phone or mail.',
  },
  check: {
    title: 'Is this document unchanged?',
    text: (organisation) =>
      `Choose a PDF that ${organisation} sealed. You learn whether it is exactly as it was sealed.`,
    file: 'The PDF',
    go: 'Check it',
    kept: 'The file is compared and not kept.',
    missing: 'Choose a file first.',
    tooLarge: 'That file is too large: at most 10 MB.',
    verdicts: {
      intact: (organisation) => `Unchanged. Sealed by ${organisation}, and exactly as it was then.`,
      foreign: (organisation) =>
        `Sealed and unchanged, but not by ${organisation}. Do not take it for a document of theirs.`,
      changed: () => 'Not as it was sealed. Do not rely on this file.',
      unsigned: () => 'This PDF carries no seal.',
      unreadable: () => 'This is not a whole PDF. Ask for the file again.',
    },
    sealedBy: 'Sealed by',
    sealedAt: 'Sealed',
    stampedAt: 'Timestamp',
    certificate: 'Certificate (SHA-256)',
    footer: 'Anybody may check here. Nothing of your file is kept.',
  },
  chooseFirst: 'Choose an answer first.',
  tooLong: 'That text is too long: at most 2,000 characters.',
  fileTooLarge: 'That file is too large: at most 10 MB.',
  fileNotAllowed: 'That file cannot be taken: only PDF, PNG or JPEG.',
}
