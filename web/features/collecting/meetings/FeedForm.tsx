import { useState } from 'react'

import { setMeetingFeed } from '#contract/collecting/meetings'

import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { say } from '../../../ui/toasts.ts'

/** Where the calendar is. What is there already is a secret and not shown again. */
export function FeedForm({ hasFeed }: { readonly hasFeed: boolean }) {
  const t = useT()
  const [address, setAddress] = useState('')
  const [isOpen, setOpen] = useState(false)
  const { send, isBusy, problem } = useSending(setMeetingFeed, () => {
    setAddress('')
    setOpen(false)
    say(t('meetings.saved'))
  })
  if (hasFeed && !isOpen) {
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{t('meetings.change')}</Button>
      </div>
    )
  }
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (address.trim() !== '') send({ body: { address } })
      }}
    >
      <TextField
        label={t('meetings.address')}
        hint={t('meetings.hint')}
        error={problem}
        autoComplete="off"
        value={address}
        onChange={setAddress}
      />
      <div>
        <Button type="submit" variant="primary" isBusy={isBusy}>
          {t('meetings.do')}
        </Button>
      </div>
    </form>
  )
}
