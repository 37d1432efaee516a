import { uploadFiles } from '#contract/intake/imports'

import { addressOf, RefusedError } from '../../api/call.ts'

type Uploaded = { readonly imports: readonly { readonly id: string }[] }

/** Sends files up, telling how far it is (0 to 1). */
export function upload(
  files: readonly File[],
  legalEntityId: string,
  onProgress: (share: number) => void,
): Promise<Uploaded> {
  const form = new FormData()
  for (const file of files) form.append('file', file)
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much has left; files of a hundred megabytes need it.
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(uploadFiles, { query: { legalEntityId } }))
    request.setRequestHeader('x-goodterms', '1')
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded / total))
    request.addEventListener('load', () => {
      const answer: unknown = request.response
      if (request.status < 300 && isUploaded(answer)) resolve(answer)
      else reject(new RefusedError(request.status, codeOf(answer)))
    })
    request.addEventListener('error', () => reject(new RefusedError(0, 'internal_error')))
    request.send(form)
  })
}

function isUploaded(answer: unknown): answer is Uploaded {
  return typeof answer === 'object' && answer !== null && 'imports' in answer
}

function codeOf(answer: unknown): string {
  const isProblem = typeof answer === 'object' && answer !== null && 'code' in answer
  return isProblem && typeof answer.code === 'string' ? answer.code : 'internal_error'
}
