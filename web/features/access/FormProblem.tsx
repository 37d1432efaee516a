import { sentenceOf } from '../../api/sentence.ts'
import { Banner } from '../../ui/Banner.tsx'

/** What the server answered to a form, above its button. */
export function FormProblem({ error }: { readonly error: unknown }) {
  if (error === null || error === undefined) return null
  return (
    <Banner tone="act" isBox>
      {sentenceOf(error)}
    </Banner>
  )
}
