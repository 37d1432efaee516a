export type Tongue = 'en' | 'de' | 'fr' | 'es' | 'erp' | 'other'

/**
 * Phrases by language, parted by '|'. 'erp' has the technical names that exports use, 'other'
 * those of languages that the interface does not speak.
 */
export type Words = Partial<Record<Tongue, string>>
