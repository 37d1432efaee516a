import { html, type Html } from './html.ts'
import { STYLE } from './style.ts'
import type { PortalWords } from './words/types.ts'

export type Page = {
  readonly language: string
  readonly title: string
  /** Who asks, above everything; '' where no link says it. */
  readonly from: string
  readonly body: Html
  readonly words: PortalWords
  readonly nonce: string
  readonly script?: string
  /** What stands below, where it is not about a link. */
  readonly footer?: string
}

/** A whole page: works without scripts, without cookies, without anything else to load. */
export function pageOf({
  language,
  title,
  from,
  body,
  words,
  nonce,
  script,
  footer,
}: Page): string {
  return html`<!DOCTYPE html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="robots" content="noindex,nofollow" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no,email=no" />
        <title>${from === '' ? title : `${title} · ${from}`}</title>
        <style nonce="${nonce}">
          ${{ markup: STYLE }}
        </style>
      </head>
      <body>
        ${from === '' ? null : html`<header><strong>${from}</strong></header>`}
        <main>${body}</main>
        <footer><p>${footer ?? words.footer}</p></footer>
        ${
          script === undefined
            ? null
            : html`<script nonce="${nonce}">
                ${{ markup: script }}
              </script>`
        }
      </body>
    </html> `.markup
}

/** Why nothing happened, and what to do. */
export function problemBody({ title, text }: { title: string; text: string }): Html {
  return html`<div class="card problem" role="alert">
    <h1>${title}</h1>
    <p>${text}</p>
  </div>`
}
