import { Copy, MoreHorizontal } from 'lucide-react'
import { useState } from 'react'

import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../ui/Menu.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { say } from '../../ui/toasts.ts'
import { KitSection } from './KitSection.tsx'

export function KitLayers() {
  const [open, setOpen] = useState<'dialog' | 'sheet' | null>(null)
  const [tab, setTab] = useState<'timeline' | 'items' | 'disputes'>('timeline')
  const [name, setName] = useState('')
  const close = () => setOpen(null)
  const body = (
    <div className="flex flex-col gap-4">
      <TextField label="Name" value={name} onChange={setName} />
      <Select
        label="Reason"
        value="a"
        options={[{ value: 'a', name: 'The price is wrong' }]}
        onChange={() => {}}
      />
    </div>
  )
  const actions = (
    <>
      <Button onClick={close}>Cancel</Button>
      <Button variant="primary" onClick={close}>
        Note the promise
      </Button>
    </>
  )
  return (
    <KitSection title="Layers">
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('sheet')}>Sheet</Button>
        <Button
          onClick={() =>
            say('Snoozed until Monday.', {
              action: { name: 'Undo', run: () => say('Back again.') },
            })
          }
        >
          Toast
        </Button>
        <Button onClick={() => say('8,460.00 EUR came from Brasserie du Port.', { tone: 'came' })}>
          Money came
        </Button>
        <Button onClick={() => say('Not saved: the day is in the past.', { tone: 'act' })}>
          Error toast
        </Button>
        <Menu
          trigger={
            <IconButton label="More" hasTooltip={false} icon={<MoreHorizontal size={16} />} />
          }
        >
          <MenuLabel>Do</MenuLabel>
          <MenuItem icon={<Copy />} keyHint="y" onSelect={() => {}}>
            Copy
          </MenuItem>
          <MenuItem whyNot="Two promises were broken." onSelect={() => {}}>
            Hand to seller
          </MenuItem>
          <MenuLine />
          <MenuItem tone="act" onSelect={() => {}}>
            Remove
          </MenuItem>
        </Menu>
      </div>
      <Tabs
        label="Customer"
        current={tab}
        onChange={setTab}
        tabs={[
          { name: 'timeline', title: 'Time line' },
          { name: 'items', title: 'Open items', count: 12 },
          { name: 'disputes', title: 'Disputes', count: 1 },
        ]}
      >
        <p className="py-4 text-13 text-soft">{tab}</p>
      </Tabs>
      <Dialog
        isOpen={open === 'dialog'}
        onClose={close}
        title="Promise from Brasserie du Port"
        text="They owe 12,310.00 EUR."
        actions={actions}
      >
        {body}
      </Dialog>
      <Dialog
        isSheet
        isOpen={open === 'sheet'}
        onClose={close}
        title="Promise from Brasserie du Port"
        actions={actions}
      >
        {body}
      </Dialog>
    </KitSection>
  )
}
