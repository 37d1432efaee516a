import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { changeDepartment } from '#contract/collecting/desk/departments'

import { useSending } from '../../../api/use-sending.ts'
import { languageNames } from '../../../language/names.ts'
import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { say } from '../../../ui/toasts.ts'
import { people } from '../../access/settings.ts'
import type { Departments } from '../disputes/disputes.ts'

type DepartmentDialogProps = {
  readonly row: Departments['departments'][number]
  readonly onClose: () => void
}

const NOBODY = ''
const LANGUAGES = ['en', 'de', 'fr', 'es'] as const

export function DepartmentDialog({ row, onClose }: DepartmentDialogProps) {
  const t = useT()
  const { department } = row
  const [personId, setPerson] = useState(row.person?.id ?? NOBODY)
  const [name, setName] = useState(row.name)
  const [address, setAddress] = useState(row.address)
  const [language, setLanguage] = useState(row.language)
  const [asksAtOnce, setAsksAtOnce] = useState(row.asksAtOnce)
  const colleagues = (useQuery(people).data?.people ?? []).filter(({ isActive }) => isActive)
  const { send, isBusy, problem } = useSending(changeDepartment, () => {
    say(t('settings.saved'))
    onClose()
  })
  return (
    <FormDialog
      title={t(`desk.dispute.departments.${department}`)}
      text={t('disputes.departments.text')}
      does={t('settings.save')}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={() =>
        send({
          body: { department, personId: personId || null, name, address, language, asksAtOnce },
        })
      }
    >
      <Select
        label={t('disputes.departments.person')}
        value={personId}
        options={[
          { value: NOBODY, name: t('disputes.departments.personNone') },
          ...colleagues.map(({ id: value, name: said }) => ({ value, name: said })),
        ]}
        onChange={setPerson}
      />
      <TextField
        label={t('disputes.departments.address')}
        type="email"
        isOptional
        value={address}
        onChange={setAddress}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('disputes.departments.name')}
          isOptional
          value={name}
          onChange={setName}
        />
        <Select
          label={t('disputes.departments.language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, name: languageNames[value] }))}
          onChange={setLanguage}
        />
      </div>
      {address !== '' && (
        <Checkbox
          label={t('disputes.departments.atOnce')}
          hint={t('disputes.departments.atOnceHint')}
          isChecked={asksAtOnce}
          onChange={setAsksAtOnce}
        />
      )}
    </FormDialog>
  )
}
