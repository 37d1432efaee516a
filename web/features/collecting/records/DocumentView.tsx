import { clsx } from 'clsx'

import type { RecordDocument } from './records.ts'

type Section = RecordDocument['sections'][number]

/** A record as it is signed: the sentences and figures of the PDF, for any width. */
export function DocumentView({ document }: { readonly document: RecordDocument }) {
  const { title, firstLine, parties, sections, language } = document
  return (
    <article lang={language} className="flex flex-col gap-5 text-14">
      <header>
        <h2 className="text-20 font-strong text-balance">{title}</h2>
        <p
          className={clsx(
            'mt-1 text-13',
            firstLine.isWarning
              ? 'rounded-6 bg-soon-soft px-3 py-2 font-medium text-ink'
              : 'text-soft',
          )}
        >
          {firstLine.text}
        </p>
      </header>
      <dl className="grid gap-3 sm:grid-cols-2">
        {parties.map(({ label, lines }) => (
          <div key={label} className="min-w-0 rounded-8 bg-sunken px-4 py-3">
            <dt className="text-12 text-soft">{label}</dt>
            <dd className="break-words">
              {lines.map((line, at) => (
                // oxlint-disable-next-line react/no-array-index-key -- lines of an address, never moved
                <span key={at} className={clsx('block', at === 0 ? 'font-strong' : 'text-13')}>
                  {line}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {sections.map((section) => (
        <DocumentSection key={section.heading} section={section} />
      ))}
    </article>
  )
}

function DocumentSection({ section }: { readonly section: Section }) {
  const { heading, facts, table, paragraphs, isNote } = section
  return (
    <section className={clsx(isNote && 'border-l-2 border-line pl-3 text-13 text-soft')}>
      <h3 className={clsx('mb-2 font-strong', isNote ? 'text-13' : 'text-16')}>{heading}</h3>
      {table && <DocumentTable table={table} />}
      {paragraphs.map((text) => (
        <p key={text} className="mb-2 text-pretty break-words last:mb-0">
          {text}
        </p>
      ))}
      {facts.length > 0 && (
        <dl className="grid gap-x-4 gap-y-1.5 sm:grid-cols-[10rem_minmax(0,1fr)]">
          {facts.map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-13 text-soft max-sm:mt-1">{name}</dt>
              <dd className="break-words whitespace-pre-line">{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

const FIRST_AMOUNT = 3

/** On a telephone each document is a small list of its own; wider, one table. */
function DocumentTable({ table }: { readonly table: NonNullable<Section['table']> }) {
  const { columns, rows, sums } = table
  return (
    <>
      <ul className="mb-2 sm:hidden">
        {rows.map(([number = '', ...cells]) => (
          <li key={number} className="border-t border-line py-2">
            <strong className="figures font-strong">{number}</strong>
            <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 text-13">
              {cells.map(
                (cell, at) =>
                  cell !== '' && (
                    <div key={columns[at + 1]} className="contents">
                      <dt className="text-soft">{columns[at + 1]}</dt>
                      <dd className="figures text-right">{cell}</dd>
                    </div>
                  ),
              )}
            </dl>
          </li>
        ))}
      </ul>
      <table className="mb-2 w-full text-13 max-sm:hidden">
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th
                key={column}
                scope="col"
                className={clsx(
                  'border-b border-line py-1.5 text-12 font-regular text-soft',
                  at < FIRST_AMOUNT ? 'pr-3 text-left' : 'pl-3 text-right',
                )}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]} className="border-b border-line">
              {row.map((cell, at) => (
                <td
                  key={columns[at]}
                  className={clsx(
                    'figures py-1.5',
                    at < FIRST_AMOUNT ? 'pr-3 text-left' : 'pl-3 text-right',
                  )}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="mb-3 ml-auto grid max-w-80 grid-cols-[minmax(0,1fr)_auto] gap-x-6 text-13">
        {sums.map(({ name, value, isStrong }) => (
          <div key={name} className={clsx('contents', isStrong && 'font-strong')}>
            <dt className="text-right">{name}</dt>
            <dd className="figures text-right">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
