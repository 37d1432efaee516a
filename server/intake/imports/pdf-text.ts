import { extractText, getDocumentProxy } from 'unpdf'

const MOST_CHARACTERS = 200_000

/** The text of a PDF's first pages; '' for a scan, and for a file that cannot be read. */
export async function textOfPdf(bytes: Uint8Array): Promise<string> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes))
    const { text } = await extractText(document, { mergePages: true })
    return text.slice(0, MOST_CHARACTERS)
  } catch {
    return ''
  }
}
