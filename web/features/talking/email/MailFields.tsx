import { SECURITIES } from '#contract/talking/email'

import { useT } from '../../../language/texts.ts'
import { NumberField } from '../../../ui/fields/NumberField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { PasswordField } from '../../access/PasswordField.tsx'
import { type MailDraft, portFor, PROVIDERS } from './mail.ts'

type FieldsProps = {
  readonly draft: MailDraft
  readonly onChange: (part: Partial<MailDraft>) => void
}

const OTHER = ''

export function ServerFields({
  draft,
  onChange,
  hasPassword,
}: FieldsProps & { readonly hasPassword: boolean }) {
  const t = useT()
  const provider = PROVIDERS.find(({ host }) => host === draft.host)
  return (
    <>
      <Select
        label={t('mail.provider')}
        hint={t('mail.providerHint')}
        value={provider?.name ?? OTHER}
        options={[
          { value: OTHER, name: t('mail.otherProvider') },
          ...PROVIDERS.map(({ name }) => ({ value: name, name })),
        ]}
        onChange={(chosen) => {
          const known = PROVIDERS.find(({ name }) => name === chosen)
          if (known) onChange({ host: known.host, port: known.port, security: known.security })
        }}
      />
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_12rem_6rem]">
        <TextField
          label={t('mail.host')}
          autoComplete="off"
          spellCheck={false}
          value={draft.host}
          onChange={(host) => onChange({ host })}
        />
        <Select
          label={t('mail.security')}
          value={draft.security}
          options={SECURITIES.map((value) => ({ value, name: t(`mail.securities.${value}`) }))}
          onChange={(security) => onChange({ security, port: portFor(security, draft) })}
        />
        <NumberField
          label={t('mail.port')}
          least={1}
          most={65_535}
          value={draft.port}
          onChange={(port) => onChange({ port })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('mail.username')}
          hint={t('mail.usernameHint')}
          autoComplete="off"
          spellCheck={false}
          value={draft.username}
          onChange={(username) => onChange({ username })}
        />
        <PasswordField
          label={t('mail.password')}
          hint={hasPassword ? t('mail.passwordKept') : t('mail.passwordHint')}
          autoComplete="new-password"
          value={draft.password ?? ''}
          onChange={(password) => onChange({ password: password === '' ? null : password })}
        />
      </div>
    </>
  )
}

export function SenderFields({ draft, onChange }: FieldsProps) {
  const t = useT()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t('mail.fromAddress')}
        hint={t('mail.fromAddressHint')}
        type="email"
        autoComplete="off"
        value={draft.fromAddress}
        onChange={(fromAddress) => onChange({ fromAddress })}
      />
      <TextField
        label={t('mail.testMailbox')}
        hint={t('mail.testMailboxHint')}
        isOptional
        type="email"
        autoComplete="off"
        value={draft.testMailbox}
        onChange={(testMailbox) => onChange({ testMailbox })}
      />
    </div>
  )
}

export function PaceFields({ draft, onChange }: FieldsProps) {
  const t = useT()
  return (
    <details className="text-13">
      <summary className="w-fit rounded-4 font-medium text-soft hover:text-ink pointer-coarse:py-3">
        {t('mail.more')}
      </summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-3">
        <NumberField
          label={t('mail.connections')}
          hint={t('mail.connectionsHint')}
          least={1}
          most={20}
          value={draft.connections}
          onChange={(connections) => onChange({ connections })}
        />
        <NumberField
          label={t('mail.messagesPerMinute')}
          hint={t('mail.messagesPerMinuteHint')}
          least={1}
          most={100_000}
          value={draft.messagesPerMinute}
          onChange={(messagesPerMinute) => onChange({ messagesPerMinute })}
        />
        <TextField
          label={t('mail.messageDomain')}
          hint={t('mail.messageDomainHint')}
          isOptional
          spellCheck={false}
          value={draft.messageDomain}
          onChange={(messageDomain) => onChange({ messageDomain })}
        />
      </div>
    </details>
  )
}
