import { html, type Html } from '../html.ts'

export const LONGEST_NOTE = 2000

/** Lines of name and value. */
export function rowsPart(rows: readonly (readonly [name: string, value: string])[]): Html {
  return html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`
}

/** Somebody's own words; nothing where they said none. */
export function quotePart(who: string, words: string): Html {
  if (words === '') return html``
  return html`<div class="card">
    <p>${who}:</p>
    <blockquote>${words}</blockquote>
  </div>`
}

type Note = { readonly label: string; readonly hint: string; readonly text: string }

export function notePart({ label, hint, text }: Note): Html {
  return html`<p><label for="note">${label}</label></p>
    <p class="hint" id="note-hint">${hint}</p>
    <p>
      <textarea id="note" name="note" maxlength="${LONGEST_NOTE}" aria-describedby="note-hint">
${text}</textarea>
    </p>`
}
