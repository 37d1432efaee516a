const LONGEST = 63

/** 'Élèves, 2. Mahnung' → 'eleves_2_mahnung': how playbooks call a template. '' when nothing is left. */
export function keyOfName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_\d]+|_+$/g, '')
  return words.slice(0, LONGEST)
}
