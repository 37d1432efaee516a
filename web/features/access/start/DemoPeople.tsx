import { useMutation } from '@tanstack/react-query'
import { ChevronRight, Eye } from 'lucide-react'

import { enterDemo, type getSetup } from '#contract/access'

import { call, type ReplyOf } from '../../../api/call.ts'
import { useT } from '../../../language/texts.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { FormProblem } from '../FormProblem.tsx'
import { useEnter } from '../use-enter.ts'

type Person = NonNullable<ReplyOf<typeof getSetup>['demo']>['people'][number]

/** The demo, entered as one of its people: each sees their own day. */
export function DemoPeople({ people }: { readonly people: readonly Person[] }) {
  const t = useT()
  const enter = useEnter()
  const entering = useMutation({
    mutationFn: (personId: string) => call(enterDemo, { body: { personId } }),
    onSuccess: (who) => enter(who),
  })
  return (
    <section className="rounded-12 bg-surface p-5 shadow-raised">
      <div className="flex items-start gap-4">
        <Eye size={20} aria-hidden className="mt-0.5 shrink-0 text-brand" />
        <div>
          <h2 className="text-16 font-strong">{t('access.start.demo')}</h2>
          <p className="mt-1 text-13 text-soft">{t('access.start.demoText')}</p>
        </div>
      </div>
      <ul className="mt-4 flex flex-col">
        {people.map(({ id, name, title, roles }) => (
          <li key={id}>
            <button
              type="button"
              disabled={entering.isPending}
              onClick={() => entering.mutate(id)}
              className="flex min-h-11 w-full items-center gap-3 rounded-6 px-2 py-1.5 text-left text-13 hover:bg-hover"
            >
              <Avatar name={name} />
              <span className="min-w-0 flex-1">
                <span className="font-medium">{t('access.start.enterAs', { name })}</span>
                <span className="block text-12 text-soft">
                  {title || roles.map((role) => t(`access.roles.${role}`)).join(', ')}
                </span>
              </span>
              <ChevronRight size={16} aria-hidden className="shrink-0 text-faint" />
            </button>
          </li>
        ))}
      </ul>
      <FormProblem error={entering.error} />
    </section>
  )
}
