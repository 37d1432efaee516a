import { useSuspenseQuery } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'

import { me } from '../../api/session.ts'
import { useT } from '../../language/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Doorway } from './Doorway.tsx'
import { useChooseOrganisation, useSignOut } from './person.ts'
import { useDoorTitle } from './use-door-title.ts'

export function ChooseOrganisation() {
  const t = useT()
  const { data } = useSuspenseQuery(me)
  const choose = useChooseOrganisation()
  const signOut = useSignOut()
  useDoorTitle(t('access.organisation.title'))
  return (
    <Doorway
      title={t('access.organisation.title')}
      text={data.organisations.length === 0 ? t('access.organisation.none') : undefined}
    >
      <ul className="flex flex-col gap-2">
        {data.organisations.map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => void choose(id)}
              className="flex h-12 w-full items-center justify-between rounded-8 bg-surface px-4 text-14 font-medium shadow-raised hover:bg-hover"
            >
              {name}
              <ChevronRight size={16} aria-hidden className="text-faint" />
            </button>
          </li>
        ))}
      </ul>
      <div className="mt-6">
        <Button variant="quiet" onClick={() => void signOut()}>
          {t('frame.person.signOut')}
        </Button>
      </div>
    </Doorway>
  )
}
