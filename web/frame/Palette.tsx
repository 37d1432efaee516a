import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { Building2, FileText, Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'

import { searchEverything } from '#contract/ledger/customers'

import { asking } from '../api/query.ts'
import { may, type Member } from '../api/session.ts'
import { useT } from '../language/texts.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { Money } from '../ui/Money.tsx'
import type { Action } from './action.ts'
import { actionsHere } from './actions.ts'
import { PaletteBox, PaletteGroup, PaletteItem } from './PaletteParts.tsx'

type PaletteProps = { readonly member: Member; readonly onClose: () => void }

const GROUPS = ['page', 'go', 'general'] as const

/** One place for everything: find a customer or an invoice, go somewhere, do what a button does. */
export function Palette({ member, onClose }: PaletteProps) {
  const t = useT()
  const [text, setText] = useState('')
  const [actions] = useState(() => actionsHere().filter(({ isMove }) => isMove !== true))
  return (
    <PaletteBox onClose={onClose}>
      <Command
        label={t('frame.palette.title')}
        loop
        className="flex max-h-[min(70dvh,32rem)] flex-col"
      >
        <div className="flex items-center gap-2.5 border-b border-line px-4">
          <Search size={16} aria-hidden className="shrink-0 text-faint" />
          <Command.Input
            value={text}
            onValueChange={setText}
            placeholder={t('frame.palette.placeholder')}
            className="h-12 w-full min-w-0 bg-transparent text-14 outline-none pointer-coarse:text-16"
          />
        </div>
        <Command.List className="min-h-0 flex-1 overflow-y-auto p-2">
          <Command.Empty className="px-2 py-6 text-center text-13 text-soft">
            {t('frame.palette.nothing', { text })}
          </Command.Empty>
          {may(member, 'customers.read') && <Found text={text} onClose={onClose} />}
          {GROUPS.map((group) => (
            <PaletteGroup key={group} heading={t(`frame.palette.${group}`)}>
              {actions
                .filter((action) => action.group === group)
                .map((action) => (
                  <ActionItem key={action.id} action={action} onClose={onClose} />
                ))}
            </PaletteGroup>
          ))}
        </Command.List>
      </Command>
    </PaletteBox>
  )
}

function ActionItem({
  action,
  onClose,
}: {
  readonly action: Action
  readonly onClose: () => void
}) {
  const Icon = action.icon
  return (
    <PaletteItem
      value={`${action.name} ${action.id}`}
      isDisabled={action.whyNot !== undefined}
      icon={Icon && <Icon size={16} aria-hidden />}
      detail={action.keys !== undefined && <KeyHint keys={action.keys} />}
      onSelect={() => {
        onClose()
        // The layer gives the focus back first, so that the action may take it.
        setTimeout(action.run)
      }}
    >
      {action.name}
      {action.whyNot !== undefined && (
        <span className="block text-12 text-faint">{action.whyNot}</span>
      )}
    </PaletteItem>
  )
}

const SHORTEST = 2

function Found({ text, onClose }: { readonly text: string; readonly onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const wanted = useDeferredValue(text.trim())
  const { data } = useQuery({
    ...asking(searchEverything, { query: { text: wanted, limit: 6 } }),
    enabled: wanted.length >= SHORTEST,
    placeholderData: (before) => before,
  })
  if (!data || wanted.length < SHORTEST) return null
  const open = (customerId: string) => {
    onClose()
    void navigate({ to: '/customers/$customerId', params: { customerId } })
  }
  return (
    <PaletteGroup heading={t('frame.palette.customers')}>
      {data.customers.map(({ id, name, number }) => (
        <PaletteItem
          // One that stayed while its value changed would be taken for none that is chosen.
          key={`${wanted} ${id}`}
          value={`${wanted} ${name} ${id}`}
          icon={<Building2 size={16} aria-hidden />}
          detail={<span className="figures text-12 text-faint">{number}</span>}
          onSelect={() => open(id)}
        >
          {name}
        </PaletteItem>
      ))}
      {data.receivables.map(({ id, number, customer, total }) => (
        <PaletteItem
          key={`${wanted} ${id}`}
          value={`${wanted} ${number} ${id}`}
          icon={<FileText size={16} aria-hidden />}
          detail={<Money amount={total} isEven className="text-12 text-faint" />}
          onSelect={() => open(customer.id)}
        >
          {number} <span className="text-soft">· {customer.name}</span>
        </PaletteItem>
      ))}
    </PaletteGroup>
  )
}
