import { Link } from '@tanstack/react-router'
import { Download, FilePen, PenLine, Send } from 'lucide-react'
import { useState } from 'react'

import { downloadRecord } from '#contract/collecting/desk/records'

import { addressOf } from '../../../api/call.ts'
import { may, useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { buttonLook } from '../../../ui/button-look.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { DocumentView } from './DocumentView.tsx'
import { RequestDialog, WithdrawDialog } from './RecordDialogs.tsx'
import { Notices } from './RecordNotices.tsx'
import { RecordProof } from './RecordProof.tsx'
import { type RecordRead, STATE_TONES } from './records.ts'
import { DrawnSignature } from './SignaturePad.tsx'
import { SignHere } from './SignHere.tsx'

/** A record, how it stands, and how that came about. */
export function RecordView({ record }: { readonly record: RecordRead }) {
  return (
    <div className="mx-auto grid w-full max-w-300 grid-cols-[minmax(0,1fr)] gap-5 px-4 py-5 lg:px-6 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <RecordHead record={record} />
        <Notices record={record} />
        <Card className="px-2 py-3 sm:px-4">
          <DocumentView document={record.document} />
          <Signed record={record} />
        </Card>
      </div>
      <RecordProof record={record} />
    </div>
  )
}

type Open = 'sign' | 'request' | 'withdraw' | null

function RecordHead({ record }: { readonly record: RecordRead }) {
  const t = useT()
  const member = useMember()
  const [open, setOpen] = useState<Open>(null)
  const { state, number, seal, id, mails, customer, supersededBy } = record
  const mayMake = may(member, 'records.make')
  const wasAsked = mails.some(({ kind }) => kind === 'request')
  const close = () => setOpen(null)
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Chip tone={STATE_TONES[state]}>{t(`records.states.${state}`)}</Chip>
      <span className="figures text-13 text-soft">{t('records.number', { number })}</span>
      <span className="ml-auto flex flex-wrap justify-end gap-2">
        {mayMake && ['waiting', 'overtaken', 'signed'].includes(state) && (
          <Button variant="quiet" onClick={() => setOpen('withdraw')}>
            {t('records.withdraw')}
          </Button>
        )}
        {mayMake && !supersededBy && (
          <Link
            to="/customers/$customerId/record"
            params={{ customerId: customer.id }}
            search={{ replaces: id }}
            className={buttonLook('quiet')}
          >
            <FilePen size={16} aria-hidden />
            {t('records.replace')}
          </Link>
        )}
        {mayMake && state === 'waiting' && (
          <>
            <Button icon={<Send size={16} aria-hidden />} onClick={() => setOpen('request')}>
              {wasAsked ? t('records.requestAgain') : t('records.request')}
            </Button>
            <Button
              variant="primary"
              icon={<PenLine size={16} aria-hidden />}
              onClick={() => setOpen('sign')}
            >
              {t('records.signHere')}
            </Button>
          </>
        )}
        {seal?.sha256 && (
          <a
            href={addressOf(downloadRecord, { params: { recordId: id } })}
            className={buttonLook('primary')}
          >
            <Download size={16} aria-hidden />
            {t('records.download')}
          </a>
        )}
      </span>
      {open === 'sign' && <SignHere record={record} onClose={close} />}
      {open === 'request' && <RequestDialog record={record} onClose={close} />}
      {open === 'withdraw' && <WithdrawDialog record={record} onClose={close} />}
    </div>
  )
}

function Signed({ record: { signature, document } }: { readonly record: RecordRead }) {
  const t = useT()
  if (!signature) return null
  const { name, role, typed, strokes, how, witness } = signature
  return (
    <section className="mt-6 border-t border-line pt-4">
      <p lang={document.language} className="mb-3 text-13">
        {document.consent}
      </p>
      {strokes.length > 0 ? (
        <DrawnSignature strokes={strokes} label={t('records.drawnBy', { name })} />
      ) : (
        <p className="text-20">{typed}</p>
      )}
      <p className="mt-1 text-13">
        <strong className="font-strong">{name}</strong>
        {role !== '' && <>, {role}</>}
        <span className="block text-12 text-soft">
          {how === 'device'
            ? t('records.onDevice', { name: witness?.name ?? '' })
            : t('records.byLink')}
        </span>
      </p>
    </section>
  )
}
