import type { RecordToSign } from '../collecting/desk/index.ts'
import { html, type Html } from './html.ts'

type RecordDocument = RecordToSign['document']
type Section = RecordDocument['sections'][number]

/** A record as it is signed, for a narrow screen: the very sentences and figures of the PDF. */
export function documentHtml({ title, firstLine, parties, sections }: RecordDocument): Html {
  return html`<h1>${title}</h1>
    <p class="${firstLine.isWarning ? 'warn' : 'hint'}">${firstLine.text}</p>
    <div class="card">
      <dl>
        ${parties.map(
          ({ label, lines }) =>
            html`<dt>${label}</dt>
              <dd>${lines.map((line, at) => html`${at > 0 ? html`<br />` : null}${line}`)}</dd>`,
        )}
      </dl>
    </div>
    ${sections.map(sectionHtml)}`
}

function sectionHtml({ heading, facts, table, paragraphs, isNote }: Section): Html {
  return html`<div class="${isNote ? 'note' : 'part'}">
    <h2>${heading}</h2>
    ${table ? tableHtml(table) : null} ${paragraphs.map((text) => html`<p>${text}</p>`)}
    ${facts.length > 0 ? factsHtml(facts) : null}
  </div>`
}

function factsHtml(facts: Section['facts']): Html {
  return html`<dl>
    ${facts.map(
      ({ name, value }) =>
        html`<dt>${name}</dt>
          <dd>${value}</dd>`,
    )}
  </dl>`
}

/** Six columns do not fit a telephone: each document is a small list of its own. */
function tableHtml({ columns, rows, sums }: NonNullable<Section['table']>): Html {
  return html`<ul class="rows">
      ${rows.map(
        ([number = '', ...cells]) =>
          html`<li>
            <strong>${number}</strong>
            <dl>
              ${cells.map((cell, at) =>
                cell === ''
                  ? html``
                  : html`<dt>${columns[at + 1] ?? ''}</dt>
                      <dd>${cell}</dd>`,
              )}
            </dl>
          </li>`,
      )}
    </ul>
    <dl class="sums">
      ${sums.map(
        ({ name, value, isStrong }) =>
          html`<dt>${isStrong ? html`<b>${name}</b>` : name}</dt>
            <dd>${isStrong ? html`<b>${value}</b>` : value}</dd>`,
      )}
    </dl>`
}
