import { useState } from 'react'

import { decideMessage } from '#contract/collecting/messages'

import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { say } from '../../../ui/toasts.ts'

/** Nobody knows whether it arrived: a person who looked says so, and what they saw. */
export function UnknownDecision({ messageId }: { readonly messageId: string }) {
  const t = useT()
  const [isAgain, setAgain] = useState(false)
  const [seen, setSeen] = useState('')
  const { send, isBusy, problem } = useSending(decideMessage, ({ state }) => {
    void say(t(state === 'withdrawn' ? 'run.unknown.againSaid' : 'run.unknown.arrivedSaid'))
  })
  const role = may(useMember(), 'messages.decide') ? undefined : t('desk.whyNot.role')
  const decide = (decision: 'it_arrived' | 'send_again') =>
    send({ params: { id: messageId }, body: { decision, note: seen.trim() } })
  const unsaid = seen.trim() === '' ? t('run.unknown.need') : undefined
  return (
    <div className="flex flex-col gap-2">
      {isAgain && (
        <TextArea
          label={t('run.unknown.seen')}
          hint={t('run.unknown.seenHint')}
          isRequired
          maxLength={500}
          value={seen}
          onChange={setSeen}
        />
      )}
      {problem !== undefined && (
        <p role="alert" className="text-13 text-act">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button isBusy={isBusy} whyNot={role} onClick={() => decide('it_arrived')}>
          {t('run.unknown.arrived')}
        </Button>
        {isAgain ? (
          <Button
            isBusy={isBusy}
            whyNot={role ?? unsaid}
            variant="primary"
            onClick={() => decide('send_again')}
          >
            {t('run.unknown.sendIt')}
          </Button>
        ) : (
          <Button whyNot={role} onClick={() => setAgain(true)}>
            {t('run.unknown.again')}
          </Button>
        )}
      </div>
    </div>
  )
}
