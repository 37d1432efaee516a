const COUNTRIES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  )

/** The countries of ISO 3166-1, by their names in the reader's language. */
export function countryChoices(
  locale: string,
): readonly { readonly value: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  return COUNTRIES.map((value) => ({ value, name: names.of(value) ?? value })).toSorted((a, b) =>
    a.name.localeCompare(b.name, locale),
  )
}

export function countryName(country: string, locale: string): string {
  return country === ''
    ? ''
    : (new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country)
}

export function languageName(language: string, locale: string): string {
  return new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language
}

export function currencyChoices(
  locale: string,
): readonly { readonly value: string; readonly name: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  return Intl.supportedValuesOf('currency').map((value) => ({
    value,
    name: `${value} · ${names.of(value) ?? value}`,
  }))
}

export function timeZoneChoices(): readonly { readonly value: string; readonly name: string }[] {
  return Intl.supportedValuesOf('timeZone').map((value) => ({
    value,
    name: value.replaceAll('_', ' '),
  }))
}

const EURO = 'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA'.split(
  ' ',
)
const OWN: Readonly<Record<string, string>> = {
  GB: 'GBP',
  CH: 'CHF',
  LI: 'CHF',
  US: 'USD',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  JP: 'JPY',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  RO: 'RON',
  MX: 'MXN',
  BR: 'BRL',
  IN: 'INR',
  SG: 'SGD',
  HK: 'HKD',
  ZA: 'ZAR',
  TR: 'TRY',
  MA: 'MAD',
  TN: 'TND',
  AE: 'AED',
  KW: 'KWD',
  CL: 'CLP',
  AR: 'ARS',
  CO: 'COP',
  PE: 'PEN',
  UY: 'UYU',
}

/** A first guess at what a country's companies invoice in. */
export function currencyOf(country: string): string {
  return EURO.includes(country) ? 'EUR' : (OWN[country] ?? 'EUR')
}
