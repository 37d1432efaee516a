import { useState } from 'react'

import { verifyPdf } from '#contract/access/signing'

import { callWithFile, type ReplyOf } from '../../../api/call.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'

type Verified = { readonly reply: ReplyOf<typeof verifyPdf>; readonly isThis: boolean }

type CheckFileProps = { readonly sha256: string; readonly verifyUrl: string }

/** Whether a file from anywhere is this very document, unchanged. Nothing of it is kept. */
export function CheckFile({ sha256, verifyUrl }: CheckFileProps) {
  const t = useT()
  const [answer, setAnswer] = useState<Verified | string | null>(null)
  const check = async (file: File | undefined) => {
    if (!file) return
    try {
      const isThis = (await hashOf(file)) === sha256
      setAnswer({ reply: await callWithFile(verifyPdf, file, {}), isThis })
    } catch (error) {
      setAnswer(sentenceOf(error))
    }
  }
  return (
    <div className="mt-4 flex flex-col gap-3">
      <FileDrop
        label={t('records.check')}
        hint={t('records.checkHint')}
        accept=".pdf"
        onFiles={([file]) => void check(file)}
      />
      {typeof answer === 'string' && (
        <Banner tone="act" isBox>
          {answer}
        </Banner>
      )}
      {answer !== null && typeof answer === 'object' && <Verdict verified={answer} />}
      <p className="text-12 break-all text-soft">
        {t('records.checkElsewhere', { url: verifyUrl })}
      </p>
    </div>
  )
}

function Verdict({ verified: { reply, isThis } }: { readonly verified: Verified }) {
  const t = useT()
  const isOurs = reply.signatures.some((signature) => signature.isOurs === true)
  const isGood = reply.state === 'intact' && isOurs
  const sentence = isGood
    ? isThis
      ? t('records.verdicts.this')
      : t('records.verdicts.another')
    : reply.state === 'intact'
      ? t('records.verdicts.foreign')
      : t(`records.verdicts.${reply.state}`)
  return (
    <output className="block">
      <Banner tone={isGood && isThis ? 'plain' : 'act'} isBox>
        {sentence}
      </Banner>
    </output>
  )
}

async function hashOf(file: File): Promise<string> {
  // Only pages served safely may hash; elsewhere the seal alone says whether it is unchanged.
  if (!globalThis.isSecureContext) return ''
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
