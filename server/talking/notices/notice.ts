import { escapeHtml, pageHtml, paragraphHtml, smallPrintHtml } from '../templates/index.ts'

/** A short mail to a colleague: sentences, a few facts, what is asked, one button. */
export type Notice = {
  readonly language: string
  readonly subject: string
  readonly greeting?: string
  readonly paragraphs: readonly string[]
  /** Name and value, one a line. */
  readonly facts?: readonly (readonly [name: string, value: string])[]
  /** Somebody's own words. */
  readonly quote?: string
  readonly lists?: readonly NoticeList[]
  readonly button?: { readonly label: string; readonly url: string }
  readonly smallPrint?: string
}

export type NoticeList = {
  readonly title: string
  readonly rows: readonly { readonly text: string; readonly note: string; readonly url: string }[]
}

/** The notice as both parts of a mail; whatever anybody wrote stays text. */
export function noticeMail(notice: Notice): { readonly text: string; readonly html: string } {
  return { text: textOf(notice), html: htmlOf(notice) }
}

function textOf(notice: Notice): string {
  const { greeting, paragraphs, facts = [], quote, lists = [], button, smallPrint } = notice
  const blocks = [
    greeting ?? '',
    ...paragraphs,
    facts.map(([name, value]) => `${name}: ${value}`).join('\n'),
    quote === undefined ? '' : quote.replaceAll(/^/gm, '> '),
    ...lists.map(({ title, rows }) =>
      [title, ...rows.map(({ text, note, url }) => lineOf(text, note, url))].join('\n'),
    ),
    button ? `${button.label}:\n${button.url}` : '',
    smallPrint === undefined ? '' : `-- \n${smallPrint}`,
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n`
}

function lineOf(text: string, note: string, url: string): string {
  return [`- ${text}`, note && `  ${note}`, url && `  ${url}`].filter(Boolean).join('\n')
}

// Mail programs drop style sheets, and a button's colours must hold in the light and in the dark.
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#1f5fd6;color:#ffffff;font-weight:600;text-decoration:none'

function htmlOf(notice: Notice): string {
  const { language, subject, greeting, paragraphs, facts = [], quote, lists = [] } = notice
  const { button, smallPrint } = notice
  return pageHtml(
    language,
    subject,
    [
      ...(greeting === undefined ? [] : [paragraphHtml(greeting)]),
      ...paragraphs.map(paragraphHtml),
      facts.length > 0 ? factsHtml(facts) : '',
      quote === undefined ? '' : quoteHtml(quote),
      ...lists.map(listHtml),
      button ? buttonHtml(button) : '',
      smallPrint === undefined ? '' : smallPrintHtml(smallPrint),
    ].join('\n'),
  )
}

function factsHtml(facts: NonNullable<Notice['facts']>): string {
  const rows = facts.map(
    ([name, value]) =>
      `<tr><th scope="row" style="text-align:left;font-weight:400;padding:2px 16px 2px 0;vertical-align:top">${escapeHtml(name)}</th><td style="padding:2px 0;font-weight:600">${escapeHtml(value)}</td></tr>`,
  )
  return `<table role="presentation" style="border-collapse:collapse;margin:0 0 16px">${rows.join('')}</table>`
}

function quoteHtml(quote: string): string {
  const words = escapeHtml(quote).replaceAll('\n', '<br>')
  return `<blockquote style="margin:0 0 16px;padding:2px 0 2px 12px;border-left:3px solid #8a8f98">${words}</blockquote>`
}

function listHtml({ title, rows }: NoticeList): string {
  const items = rows.map(({ text, note, url }) => {
    const name = url
      ? `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`
      : `<strong>${escapeHtml(text)}</strong>`
    return `<li style="margin:0 0 8px">${name}${note ? `<br>${escapeHtml(note)}` : ''}</li>`
  })
  return `<p style="margin:16px 0 8px;font-weight:600">${escapeHtml(title)}</p><ul style="margin:0 0 16px;padding-left:20px">${items.join('')}</ul>`
}

function buttonHtml({ label, url }: NonNullable<Notice['button']>): string {
  return `<p style="margin:24px 0"><a href="${escapeHtml(url)}" style="${BUTTON}">${escapeHtml(label)}</a></p>`
}
