export const customerTabs = [
  'timeline',
  'items',
  'commitments',
  'disputes',
  'documents',
  'contacts',
  'terms',
] as const

export type CustomerTab = (typeof customerTabs)[number]

export type CustomerSearch = { readonly tab?: CustomerTab }

export function customerSearch(search: Readonly<Record<string, unknown>>): CustomerSearch {
  const tab = customerTabs.find((known) => known === search['tab'])
  return tab === undefined ? {} : { tab }
}
