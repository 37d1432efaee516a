/** What a file may ask of us. Generous for real ledgers, small enough that no file can hurt. */
export const LIMITS = {
  /** Characters of one row of text; more means a quotation mark that never closes. */
  rowCharacters: 1_048_576,
  /** Spreadsheets hold 32,767 characters in a cell. */
  cellCharacters: 32_767,
  columns: 512,
  /** Inflated bytes of a workbook's small parts (sheet list, styles). */
  partBytes: 64 * 1024 ** 2,
  /** Inflated bytes of one sheet or of the shared texts. */
  sheetBytes: 8 * 1024 ** 3,
  /** Bytes of shared texts that are kept in memory while a sheet is read. */
  sharedTextBytes: 192 * 1024 ** 2,
  zipEntries: 10_000,
  sheetsLookedAt: 20,
} as const
