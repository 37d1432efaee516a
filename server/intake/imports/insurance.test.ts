import { expect, test } from 'vitest'

import { office } from '../../testing/import-office.ts'

const HEADINGS = {
  en: 'Customer no;Name;City;Credit insurer;Policy number;Insured limit;Insured until',
  de: 'Kundennummer;Name;Ort;Kreditversicherer;Policennummer;Versicherungslimit;Versichert bis',
  fr: 'N° client;Nom;Ville;Assureur crédit;Police d’assurance;Montant garanti;Assuré jusqu’au',
  es: 'Nº cliente;Nombre;Ciudad;Aseguradora;Póliza;Límite asegurado;Asegurado hasta',
} as const

const insured = (all: Awaited<ReturnType<typeof office>>) =>
  all.query(`select number, insurer, insurance_policy, insurance_limit_minor, insurance_limit_currency,
    insured_until from customers order by number`)

test.each(Object.entries(HEADINGS))(
  'who insures what, up to what and until when comes by the headings of a list in %s',
  async (_, headings) => {
    const all = await office()
    const file = `${headings}\nK1;Alpha GmbH;Köln;Example Re;P-77;50.000,00;31.12.2026\n`
    await all.imports.applied(all.entity, file)
    expect(await insured(all)).toEqual([
      {
        number: 'K1',
        insurer: 'Example Re',
        insurancePolicy: 'P-77',
        insuranceLimitMinor: 50_000_00,
        insuranceLimitCurrency: 'EUR',
        insuredUntil: '2026-12-31',
      },
    ])
  },
)

test('what a file does not say of an insurance stays; what cannot be taken is named by line and value', async () => {
  const all = await office()
  const first = 'K1;Alpha;Köln;Example Re;P-77;50.000,00;31.12.2026'
  await all.imports.applied(all.entity, [HEADINGS.de, first].join('\n'))

  const later = [
    'K1;Alpha;Köln;;;60.000,00;',
    'K2;Beta;Bonn;;;9.000,00;',
    'K3;Gamma;Ulm;Example Re;;-5,00;',
  ]
  const seen = await all.imports.applied(all.entity, [HEADINGS.de, ...later].join('\n'))
  expect(await insured(all)).toMatchObject([
    {
      insurer: 'Example Re',
      insurancePolicy: 'P-77',
      insuranceLimitMinor: 60_000_00,
      insuredUntil: '2026-12-31',
    },
    { insurer: '', insuranceLimitMinor: null, insuranceLimitCurrency: null },
    { insurer: 'Example Re', insuranceLimitMinor: null },
  ])
  const { rows } = (await all.asker.get(`/imports/${seen.id}/findings`)).body
  expect(rows).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        code: 'insurer_missing',
        line: 3,
        column: 'insured_limit',
        value: '9000.00',
      }),
      expect.objectContaining({
        code: 'insured_limit_invalid',
        line: 4,
        column: 'insured_limit',
        value: '-5.00',
      }),
    ]),
  )
  const again = await all.imports.applied(all.entity, [HEADINGS.de, ...later].join('\n'))
  expect(again.difference).toMatchObject({ customers: { new: 0, changed: 0 } })
})
