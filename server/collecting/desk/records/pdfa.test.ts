import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, describe, expect, test } from 'vitest'

import { statementPdf } from '../../../talking/index.ts'
import { sheetOf as statementSheetOf, stopStatements } from '../../../talking/statement/index.ts'
import { exampleSnapshot } from '../../../talking/templates/index.ts'
import { recordApp } from '../../../testing/record-app.ts'
import { faultsOf, hasPreflight, preflightOf } from '../../../testing/seals/pdfa.ts'
import { hasProgram, said } from '../../../testing/seals/tools.ts'
import { sheetAs } from '../../../testing/seals/typst.ts'
import { factsToSeal } from './seal.ts'
import { sheetOf } from './sheet.ts'

afterAll(() => stopStatements())

const wave = [Array.from({ length: 30 }, (_, at) => [at * 20, 100 + (at % 5) * 10])]

/** A record with a drawn signature, sealed; and what its sheet was set from. */
async function sealedRecord() {
  const app = await recordApp({ customerName: 'Žižkov Gastro – مطعم البيت' })
  const id = await app.make({ language: 'de' })
  await app.signOnDevice(id, { strokes: wave, typed: '' })
  const { world, organisationId } = app
  const facts = await factsToSeal(world, { organisationId, recordId: id })
  if (!facts) throw new Error('it is signed and not sealed')
  await app.seal(id)
  return { pdf: await app.file(id), data: JSON.stringify(sheetOf(facts)) }
}

const markup = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')

describe('what is said to be PDF/A-3b', () => {
  test('P78 a sealed record is, as far as we can see', async () => {
    const { pdf } = await sealedRecord()
    expect(await faultsOf(pdf)).toEqual([])
  })

  test('a statement is, in each language', async () => {
    for (const language of ['en', 'de', 'fr', 'es']) {
      expect(await faultsOf(await statementPdf(exampleSnapshot(language), language))).toEqual([])
    }
  })

  test.each([
    ['says nothing', (pdf: string) => pdf.replace('<pdfaid:part>3', '<pdfaid:part>9'), '6.6.4'],
    ['has no output intent', (pdf: string) => pdf.replace('/GTS_PDFA1', '/GTS_PDFX1'), '6.2.3'],
    ['has no typeface', (pdf: string) => pdf.replaceAll('/FontFile', '/FontNone'), '6.2.11.4'],
    ['runs a script', (pdf: string) => pdf.replaceAll('/Lang', '/AA  '), '6.5.2'],
  ])('one that %s is found out', async (_, spoil, clause) => {
    const pdf = await statementPdf(exampleSnapshot('en'), 'en')
    const spoilt = Buffer.from(spoil(pdf.toString('latin1')), 'latin1')
    expect((await faultsOf(spoilt)).join()).toContain(clause)
  })
})

test.skipIf(!hasProgram('qpdf'))('qpdf finds no fault in a sealed record', async () => {
  const { pdf } = await sealedRecord()
  expect(said('qpdf', ['--check'], pdf)).toContain('No syntax or stream encoding errors found')
})

describe.skipIf(!hasPreflight)('Apache PDFBox Preflight, over the same sheets as PDF/A-1b', () => {
  test('P78 finds a record valid', async () => {
    const { data } = await sealedRecord()
    expect(preflightOf(sheetAs('a-1b', markup('record.typ'), data))).toContain(VALID)
  })

  test('finds a statement valid', () => {
    const { data } = statementSheetOf(exampleSnapshot('de'), 'de')
    const path = '../../../talking/statement/statement.typ'
    expect(preflightOf(sheetAs('a-1b', markup(path), data))).toContain(VALID)
  })
})

const VALID = 'is a valid PDF/A-1b file'
