import { useMutation } from '@tanstack/react-query'

import { previewRule } from '#contract/notifying'

import { call } from '../../api/call.ts'
import { sentenceOf } from '../../api/sentence.ts'
import { useT } from '../../language/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { InstantText } from '../../ui/InstantText.tsx'
import type { RuleFields } from './notifying.ts'

/** What the rule would have told in the last thirty days; nothing is kept. */
export function RulePreview({ draft }: { readonly draft: RuleFields }) {
  const t = useT()
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (body: RuleFields) => call(previewRule, { body }),
  })
  const isNobody = data?.people.length === 0 && data.posts === 0
  return (
    <div className="flex flex-col gap-2 rounded-8 bg-sunken p-3 text-13">
      <div>
        <Button isBusy={isPending} onClick={() => mutate(draft)}>
          {t('notifications.preview')}
        </Button>
      </div>
      <div aria-live="polite">
        {error !== null && <p className="text-act">{sentenceOf(error)}</p>}
        {data && (
          <>
            <p>
              {t('notifications.previewText', { matching: data.matching, happened: data.happened })}
            </p>
            {isNobody && <p className="text-soft">{t('notifications.previewNobody')}</p>}
            <ul className="text-soft">
              {data.people.map(({ id, name, count }) => (
                <li key={id}>{t('notifications.previewPerson', { name, count })}</li>
              ))}
              {data.posts > 0 && <li>{t('notifications.previewPosts', { count: data.posts })}</li>}
            </ul>
            <ul className="mt-1 text-12 text-soft">
              {data.examples.map(({ at, title }) => (
                <li key={`${at} ${title}`}>
                  <InstantText at={at} /> · {title}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}
