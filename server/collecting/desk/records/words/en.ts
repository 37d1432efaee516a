import type { RecordWords } from './types.ts'

export const en: RecordWords = {
  title: { conversation: 'Record of our conversation', acknowledgement: 'Acknowledgement of debt' },
  firstLine: {
    asOf: (day) => `Amounts as of ${day}.`,
    synced: (moment) => `Ledger of ${moment}.`,
    payments: (day) => `Payments considered up to ${day}.`,
    stale: (moment) =>
      `The amounts may be out of date: the ledger is of ${moment}. Payments after that are not considered.`,
    neverSynced: 'The amounts may be out of date: it is not known how recent the ledger is.',
  },
  parties: {
    creditor: 'Creditor',
    debtor: 'Debtor',
    number: (number) => `Customer number ${number}`,
    signs: (name, role) => (role === '' ? `Signs: ${name}` : `Signs: ${name}, ${role}`),
  },
  headings: {
    talk: 'The conversation',
    invoices: { conversation: 'Invoices discussed', acknowledgement: 'What is owed' },
    commitment: 'What was agreed',
    declaration: 'Declaration',
    information: 'What this means',
  },
  talk: {
    when: 'When',
    where: 'Where',
    who: 'Who',
    said: 'What the customer said',
    agreed: 'Agreed',
    channels: { call: 'by telephone', visit: 'in person', email: 'by email', other: 'otherwise' },
  },
  columns: {
    number: 'Document',
    issued: 'Issued',
    due: 'Due',
    open: 'Open',
    disputed: 'Disputed',
    acknowledged: 'Acknowledged',
  },
  sums: {
    open: 'Open in all',
    disputed: 'of which disputed',
    acknowledged: 'Acknowledged',
  },
  inCurrency: (currency) => `In ${currency}`,
  acknowledges: (debtor, creditor, amounts) =>
    `${debtor} acknowledges owing ${creditor} ${amounts}, from the documents listed above.`,
  carvesOut: (amounts) =>
    `${amounts} of the documents above is in dispute and is not acknowledged here; neither side gives up its rights in it.`,
  noneDisputed: 'Nothing of it is in dispute.',
  discussed: (debtor, creditor) =>
    `${debtor} and ${creditor} spoke about the documents listed above. This record says what was discussed; by itself it neither acknowledges nor waives a claim.`,
  promise: (debtor, amount, day) => `${debtor} will pay ${amount} by ${day}.`,
  promiseFor: (debtor, amount, day, number) =>
    `${debtor} will pay ${amount} on document ${number} by ${day}.`,
  plan: (debtor, total, { count, first, last }) =>
    `${debtor} will pay ${total} in ${count} instalments, the first on ${first} and the last on ${last}.`,
  instalment: (number) => `Instalment ${number}`,
  accelerates: 'If an instalment is not paid, the whole of the rest falls due at once.',
  consent: {
    conversation: (debtor) =>
      `I have read this record, it says what was discussed and agreed, and I sign it electronically for ${debtor}.`,
    acknowledgement: (debtor) =>
      `I have read this acknowledgement, I am entitled to give it for ${debtor}, and I sign it electronically.`,
  },
  limitation: {
    notAdvice: 'Information with its source; not legal advice.',
    restarts: (source) =>
      `An acknowledgement lets the limitation period of the acknowledged claims begin anew, as long as the old one has not ended (${source}).`,
    noRule: 'Whether this restarts a limitation period depends on the law that applies.',
    period: (years, source) =>
      `The new period is ${years} years from the day after the signature (${source}).`,
    noPeriod: 'How long the new period is, counsel has to say.',
    notes: {
      in_writing_and_signed:
        'The acknowledgement has to be in writing and signed by whoever makes it, or by their agent.',
      not_abstract:
        'This confirms a debt that exists. It is not an independent promise to pay under § 781 BGB, which cannot be given in electronic form.',
      longer_by_deed:
        'After an acknowledgement by deed the period is ten years (Art. 137 (2) OR); whether an electronic signature is enough, counsel has to say.',
      shorter_is_shown: 'Some claims have a longer period; the shorter one is shown.',
      regions_differ: 'Other rules apply in some parts of the country.',
      new_law: 'The law of limitation is being recast here.',
      not_looked_up:
        'The text of the law was not at hand when this was written, so no end is computed.',
      check_with_counsel: 'Check with counsel.',
    },
  },
  sheet: {
    record: (number) => `Record ${number}`,
    signature: 'Signature',
    signedBy: 'Signed by',
    role: 'Role',
    signedAt: 'Signed',
    typed: 'Signed by typing the name',
    isTest: 'TEST: signed while the organisation was trying things out. It proves nothing.',
    audit: 'Audit page',
    auditText: 'How this document came about. Every time is given with its zone.',
    how: 'How',
    hows: {
      device: (witness) => `On the device of ${witness}, who was present`,
      link: (address) => `By a link sent to ${address} only`,
    },
    methods: { drawn: 'drawn by hand', typed: 'typed name' },
    code: 'One-time code',
    codeRight: 'sent to the same address, and entered correctly',
    from: 'Network address',
    agent: 'Browser',
    consent: 'Agreed to',
    hash: 'Fingerprint of what was signed (SHA-256)',
    hashText: 'Made of every sentence and figure of the record, before it was shown to be signed.',
    limitation: 'Limitation',
    limitationUntil: (day) => `until the end of ${day}`,
    limitationCounsel: 'check with counsel',
    event: 'What happened',
    at: 'When',
    by: 'By',
    system: 'Goodterms',
    events: {
      made: 'Record made and frozen',
      requested: 'Link to sign asked for',
      mail_accepted: 'Mail with the link taken by the mail server',
      mail_refused: 'Mail with the link came back',
      mail_unknown: 'Mail with the link: the mail server did not answer',
      mail_given_up: 'Mail with the link not sent: no longer wanted',
      address_bounced: 'The address was reported as not reachable',
      link_made: 'Link made',
      link_revoked: 'Link ended',
      link_closed: 'Link closed after five wrong codes',
      code_made: 'One-time code sent',
      signed: 'Signed',
      sealed: 'Sealed',
      refused: 'Not signed: the customer says that something is wrong',
      withdrawn: 'Withdrawn',
      superseded: 'Replaced by a newer record',
      not_sealed: 'Signed, but it could not be sealed',
    },
    verify: 'Is this document unchanged?',
    verifyText: (organisation) =>
      `It is sealed by ${organisation} (PAdES). Any reader of PDFs that checks signatures can tell, and so can this page:`,
    page: ['Page ', ' of ', ''],
  },
  page: {
    asks: (organisation) => `${organisation} asks you to read and sign this.`,
    sign: 'Sign',
    name: 'Your name',
    role: 'Your role',
    roleHint: 'For example: managing director, accounts payable.',
    typed: 'Signature: type your full name',
    typedHint: 'Typing is enough. If you prefer to draw, use the field below.',
    drawFirst: 'Draw your signature',
    orType: 'Or type your full name',
    draw: 'Or draw your signature',
    drawHint: 'With a finger, a pen or the mouse.',
    clear: 'Clear',
    consent: 'I agree',
    doSign: 'Sign now',
    wrong: 'Something is wrong here',
    wrongHint:
      'Say what; no code is needed. Nothing is signed then, and whoever asked will come back to you.',
    doRefuse: 'I do not sign this',
    missing: {
      name: 'Enter your name first.',
      signature: 'Type your name as the signature, or draw it.',
      consent: 'Tick the sentence that you agree to.',
      reason: 'Say in a few words what is wrong.',
    },
    signed: 'Thank you. It is signed.',
    signedText: (organisation) =>
      `You and ${organisation} get the sealed document by mail in a few minutes. You can close this page.`,
    refused: 'Noted: you do not sign this.',
    refusedText: (organisation) => `${organisation} sees what you wrote and will come back to you.`,
    ended: 'This record is not waiting for a signature any more. Nothing is needed from you.',
    endedTexts: {
      withdrawn: (organisation, writtenBy) =>
        `${organisation} has withdrawn it. If you did not expect that, ask ${writtenBy} or answer the mail that brought you here.`,
      superseded: (organisation, writtenBy) =>
        `${organisation} has written a newer one in its place. If that is for you to sign, its link comes in a mail of its own. Ask ${writtenBy} if you miss it.`,
      paid: (organisation) => `What it is about has been paid. ${organisation} thanks you.`,
      changed: (organisation, writtenBy) =>
        `What was agreed has changed since. ${writtenBy} of ${organisation} knows more; you can also answer the mail that brought you here.`,
    },
    isTest: 'This is a test. What is signed here proves nothing.',
  },
  mail: {
    greeting: (name) => (name === '' ? 'Hello,' : `Hello ${name},`),
    request: {
      subject: (title, organisation) => `To sign: ${title}, ${organisation}`,
      asks: (person, organisation) =>
        `${person} of ${organisation} asks you to read and sign what you agreed on. It takes two minutes, and you need no account. A code is sent to this address when you sign.`,
      button: 'Read and sign',
      smallPrint: (organisation, day) =>
        `Sent by ${organisation}. The link is for you alone and open until ${day}: please do not forward this mail. Opening it signs nothing.`,
    },
    copy: {
      subject: (title, customer) => `Signed: ${title}, ${customer}`,
      theirs: (organisation) =>
        `Here is what you signed, sealed by ${organisation}. The last page says how it came about and how to check that nothing was changed. Please keep it.`,
      ours: (customer) =>
        `It is signed for ${customer}. The sealed document is attached and kept with the customer.`,
      smallPrint: 'One changed byte breaks the seal.',
    },
    fileName: { conversation: 'Record', acknowledgement: 'Acknowledgement-of-debt' },
  },
}
