import { type Attachment } from './document.ts'
import { attribute, ownText, type Tag } from './tree.ts'

/** A document embedded in an invoice (BT-125); none when the element is empty. */
export function attachmentOf(
  object: Tag | null,
  about: { readonly name: string | null; readonly description: string | null },
): Attachment[] {
  const content = object === null ? null : ownText(object)
  if (content === null) return []
  return [
    {
      name: attribute(object, 'filename') ?? about.name ?? 'attachment',
      mimeType: attribute(object, 'mimeCode'),
      description: about.description,
      content: Buffer.from(content, 'base64'),
    },
  ]
}
