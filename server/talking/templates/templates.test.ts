import { expect, test } from 'vitest'

import { findingsOf, needsOfText } from './check.ts'
import { SHIPPED, SHIPPED_KEYS, SHIPPED_TEXTS } from './defaults/index.ts'
import { exampleExtra, exampleSnapshot, sparseSnapshot } from './example.ts'
import { renderText } from './render.ts'

const shipped = Object.entries(SHIPPED_TEXTS).flatMap(([language, texts]) =>
  SHIPPED_KEYS.map((key) => [language, key, texts[key]] as const),
)

test.each(shipped)(
  'the shipped text %s %s can be saved and reads from every account',
  (language, key, text) => {
    expect(findingsOf(text, language, SHIPPED[key])).toEqual([])
    const needs = needsOfText(text, language)
    expect(needs.includes('next_step')).toBe(SHIPPED[key] === 'final')
    expect(needs.includes('payment')).toBe(SHIPPED[key] === 'thanks')
  },
)

function rendered(
  body: string,
  { language = 'en', subject = 'Hello', snapshot = exampleSnapshot(language) } = {},
) {
  const result = renderText({ subject, body }, { language, snapshot, extra: exampleExtra() })
  if (result.kind === 'held') throw new Error(JSON.stringify(result.findings))
  return result
}

test.each([
  ['{{ custmer.name }}', 'unknown_variable', 'custmer.name', 'customer.name', 1, 4],
  ['Dear all\n{{ customer.nmae }}', 'unknown_variable', 'customer.nmae', 'customer.name', 2, 4],
  ['{% if false %}{{ nothing }}{% endif %}', 'unknown_variable', 'nothing', null, 1, 18],
  [
    '{% for c in currencies %}{% for i in c.items %}{{ i.nubmer }}{% endfor %}{% endfor %}',
    'unknown_variable',
    'i.nubmer',
    null,
    1,
    51,
  ],
  ['{{ customer.name | shout }}', 'unknown_filter', 'shout', null, 1, 1],
  ['{% include "other" %}', 'tag_not_allowed', 'include', null, 1, 1],
  ['{% render "other" %}', 'tag_not_allowed', 'render', null, 1, 1],
  ['{{ customer.name', 'syntax', 'output "{{ customer.name" not closed', null, 1, 1],
  ['{% if count == 1 %}one', 'syntax', 'tag {% if count == 1 %} not closed', null, 1, 1],
  ['Dear {{ recipient.name }}', 'missing_value', 'recipient.name', null, 1, 6],
  ['{{ customer }}', 'unknown_variable', 'customer', null, 1, 4],
  ['   ', 'empty', '', null, null, null],
  ['{% for i in (1..1000000000) %}x{% endfor %}', 'too_costly', '', null, 1, 1],
])('P77 a text with %j cannot be saved: %s', (body, code, value, suggestion, line, column) => {
  const [found] = findingsOf({ subject: 'Hello', body }, 'en', 'friendly')
  const hint = suggestion ? { suggestion } : {}
  expect(found).toMatchObject({ part: 'body', code, value, line, column, ...hint })
})

test('a subject of two lines or none cannot be saved, and all findings come at once', () => {
  expect(findingsOf({ subject: 'Hello\nBcc: all', body: 'x' }, 'en', 'firm')).toMatchObject([
    { part: 'subject', code: 'subject_of_one_line' },
  ])
  expect(findingsOf({ subject: '', body: '{{ a }} {{ b }}' }, 'en', 'firm')).toMatchObject([
    { part: 'subject', code: 'empty' },
    { part: 'body', code: 'unknown_variable', value: 'a' },
    { part: 'body', code: 'unknown_variable', value: 'b' },
  ])
})

test('a final notice that names no next step cannot be saved', () => {
  const text = { subject: 'Final', body: 'Pay {{ payable }}, or else.' }
  expect(findingsOf(text, 'en', 'final')).toMatchObject([{ code: 'final_without_next_step' }])
  expect(findingsOf(text, 'en', 'firm')).toEqual([])
})

test('a value that is missing at the moment of sending holds the message', () => {
  const text = { subject: 'Final', body: 'By {{ next_step_on }} {{ next_step }}' }
  const telling = { language: 'en', snapshot: exampleSnapshot('en') }

  expect(renderText(text, { ...telling, extra: {} })).toMatchObject({
    kind: 'held',
    findings: [{ code: 'missing_value', value: 'next_step_on' }],
  })
})

test('P49 an account whose credits cover its debts is asked for nothing', () => {
  const example = exampleSnapshot('en')
  const snapshot = {
    ...example,
    currencies: example.currencies.map((section) => ({ ...section, payableMinor: 0 })),
  }
  const result = renderText(
    { subject: 'Please pay', body: '{{ payable }}' },
    { language: 'en', snapshot, extra: {} },
  )

  expect(result).toMatchObject({
    kind: 'held',
    findings: [{ code: 'missing_value', value: 'payable' }],
  })
})

test('P77 names with markup are text in both parts', () => {
  const example = exampleSnapshot('en')
  const name = '<b>Bob</b> & "Söhne" <script>alert(1)</script>'
  const snapshot = { ...example, customer: { ...example.customer, name } }
  const { text, html, subject } = rendered('Dear {{ customer.name }},\n<i>hello</i>', {
    subject: 'For {{ customer.name }}',
    snapshot,
  })

  expect(subject).toBe(`For ${name}`)
  expect(text).toContain(`Dear ${name},\n<i>hello</i>`)
  expect(html).toContain('Dear &lt;b&gt;Bob&lt;/b&gt; &amp; &quot;Söhne&quot; &lt;script&gt;')
  expect(html).toContain('&lt;i&gt;hello&lt;/i&gt;')
  expect(html).not.toMatch(/<script|<i>|<img|http/)
})

test('a value cannot pass for a piece of the template, turn the text around, or end the subject', () => {
  const example = exampleSnapshot('en')
  const name =
    '{{ sender.email }}{% if %} \u202Egnp.exe \uE000items_table\uE001\r\nBcc: x@y.example'
  const snapshot = { ...example, customer: { ...example.customer, name } }
  const { text, subject } = rendered('Dear {{ customer.name }}', {
    subject: 'For {{ customer.name }}',
    snapshot,
  })

  expect(text).toContain('Dear {{ sender.email }}{% if %} gnp.exe items_table\nBcc')
  expect(subject).toBe('For {{ sender.email }}{% if %} gnp.exe items_table Bcc: x@y.example')
})

test('P46 P47 the table has a row for each document, and one total per currency that is their sum', () => {
  const { text, html } = rendered('{{ items_table }}')

  expect(text).toContain('Invoiced: €12,480.00 · Paid: €4,000.00 · Remaining: €8,480.00')
  expect(text).toContain('of which in dispute: €620.00')
  expect(text).toContain('Credit note G-2026-031')
  expect(text).toContain('Less payments not yet allocated: −€250.00')
  expect(text).toContain('Please pay: €12,690.00')
  expect(text).toContain('Please pay: US$3,600.00')
  expect(html.match(/<table/g)).toHaveLength(2)
  expect(html.match(/<th scope="row"/g)?.length).toBeGreaterThan(5)
  expect(text).not.toContain('2026-1177')
})

test('P51 two currencies are named beside each other and never added', () => {
  expect(rendered('{{ payable }}').text).toContain('€12,690.00 and US$3,600.00')
  expect(rendered('{{ payable }}', { language: 'de' }).text).toContain(
    '12.690,00\u00A0€ und 3.600,00\u00A0$',
  )
})

test('P42 every message says as of when it is, and up to when payments count, if that is known', () => {
  expect(rendered('x').text).toContain(
    'As of 16 March 2026. Payments received up to and including 15 March 2026',
  )
  const sparse = sparseSnapshot('fr')
  const { text } = rendered('x', { language: 'fr', snapshot: sparse })
  expect(text).toContain('Situation au 16 mars 2026.')
  expect(text).not.toContain('règlements reçus')
})

test('a table of a mail stops after forty rows and says how many more there are; its sums do not', () => {
  const example = exampleSnapshot('en')
  const [euro] = example.currencies
  const [first] = euro?.items ?? []
  if (!euro || !first) throw new Error('the example has no euro items')
  const items = Array.from({ length: 120 }, (_, index) => ({ ...first, number: `N${index}` }))
  const { text } = rendered('{{ items_table }}', {
    snapshot: { ...example, currencies: [{ ...euro, items }] },
  })

  expect(text.match(/^- /gm)).toHaveLength(40)
  expect(text).toContain('and 80 more documents')
  expect(text).toContain('Total of these invoices: €1,017,600.00')
})

test('the HTML part is a whole page in its language, without anything loaded from elsewhere', () => {
  const { html } = rendered('Hallo', { language: 'de', subject: 'Grüße' })

  expect(html).toContain('<html lang="de">')
  expect(html).toContain('<title>Grüße</title>')
  expect(html).toContain('content="light dark"')
  expect(html).not.toMatch(/src=|href=|url\(|background/)
})
