import { useT } from '../language/texts.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { keyNames } from '../ui/KeyHint.tsx'
import type { Action } from './action.ts'
import { actionsHere } from './actions.ts'

const GROUPS = ['page', 'go', 'general'] as const

/** The keys of this page. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const actions = actionsHere().filter(({ keys }) => keys !== undefined)
  return (
    <Dialog isOpen onClose={onClose} title={t('frame.keys.title')} width="wide">
      <div className="gap-x-8 sm:columns-2">
        {GROUPS.map((group) => {
          const mine = actions.filter((action) => action.group === group)
          if (mine.length === 0) return null
          return (
            <section key={group} className="mb-5 break-inside-avoid">
              <h3 className="mb-1 text-12 font-medium text-faint">{t(`frame.keys.${group}`)}</h3>
              <dl>
                {mine.map((action) => (
                  <KeyLine key={action.id} action={action} />
                ))}
              </dl>
            </section>
          )
        })}
      </div>
    </Dialog>
  )
}

function KeyLine({ action }: { readonly action: Action }) {
  const t = useT()
  const strokes = (action.keys ?? '').split(' ')
  return (
    <div className="flex min-h-8 items-center justify-between gap-4 border-b border-line text-13">
      <dt>{action.name}</dt>
      <dd className="flex items-center gap-1 text-12 text-faint">
        {strokes.map((stroke, index) => (
          <span key={stroke} className="flex items-center gap-1">
            {index > 0 && t('frame.keys.afterwards')}
            {keyNames(stroke).map((key) => (
              <kbd
                key={key}
                className="inline-flex h-5 min-w-5 items-center justify-center rounded-4 bg-sunken px-1 font-sans text-soft shadow-[inset_0_0_0_1px_var(--color-line)]"
              >
                {key}
              </kbd>
            ))}
          </span>
        ))}
      </dd>
    </div>
  )
}
