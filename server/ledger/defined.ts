type Defined<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> }

/** The fields that were given: what is left out of a change stays as it is. */
export function definedOf<Fields extends object>(fields: Fields): Defined<Fields> {
  const defined = Object.entries(fields).filter(([, value]) => value !== undefined)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the rest keep their types
  return Object.fromEntries(defined) as Defined<Fields>
}
