import { Link } from '@tanstack/react-router'
import { Compass } from 'lucide-react'

import { useT } from '../language/texts.ts'
import { buttonLook } from '../ui/button-look.ts'
import { EmptyState } from '../ui/EmptyState.tsx'

export function NotFound() {
  const t = useT()
  return (
    <EmptyState
      icon={Compass}
      title={t('frame.notFound.title')}
      text={t('frame.notFound.text')}
      action={
        <Link to="/today" className={buttonLook()}>
          {t('frame.notFound.home')}
        </Link>
      }
    />
  )
}
