import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { createTemplate, TONES } from '#contract/talking/templates'

import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { keyOfName } from './key-of-name.ts'

/** A template begins with a name and a tone; its texts are written afterwards. */
export function NewTemplate({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [tone, setTone] = useState<(typeof TONES)[number]>('friendly')
  const { send, isBusy, problem } = useSending(createTemplate, ({ key }) => {
    onClose()
    void navigate({ to: '/settings/templates/$key', params: { key } })
  })
  const key = keyOfName(name)
  return (
    <FormDialog
      title={t('templates.add')}
      does={t('templates.addDo')}
      isBusy={isBusy}
      problem={problem}
      whyNot={key === '' ? t('templates.nameFirst') : undefined}
      onClose={onClose}
      onSubmit={() => send({ body: { key, name: name.trim(), tone } })}
    >
      <TextField
        label={t('templates.name')}
        hint={t('templates.nameHint')}
        value={name}
        onChange={setName}
      />
      <Select
        label={t('templates.tone')}
        value={tone}
        options={TONES.map((value) => ({ value, name: t(`templates.tones.${value}`) }))}
        onChange={setTone}
      />
    </FormDialog>
  )
}
