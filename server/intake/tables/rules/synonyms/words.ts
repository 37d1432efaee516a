export type Tongue = 'en' | 'de' | 'fr' | 'es' | 'erp'

/** Phrases by language, parted by '|'. 'erp' has the technical names that exports use. */
export type Words = Partial<Record<Tongue, string>>
