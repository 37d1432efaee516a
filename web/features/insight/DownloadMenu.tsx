import { Download as DownloadIcon } from 'lucide-react'

import { EXPORT_FORMATS } from '#contract/ledger/exports'

import { may, useMember } from '../../api/session.ts'
import { useT } from '../../language/texts.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLabel } from '../../ui/Menu.tsx'

export type Download = {
  readonly name: string
  readonly address: (format: (typeof EXPORT_FORMATS)[number]) => string
}

/** Files of what is on the page, for whoever may take them away. */
export function DownloadMenu({ files }: { readonly files: readonly Download[] }) {
  const t = useT()
  const member = useMember()
  if (!may(member, 'exports.make')) return null
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={t('customers.export.label')}
          hasTooltip={false}
          icon={<DownloadIcon size={16} />}
        />
      }
    >
      {files.map(({ name, address }) => (
        <div key={name}>
          <MenuLabel>{name}</MenuLabel>
          {EXPORT_FORMATS.map((format) => (
            <MenuItem key={format} onSelect={() => location.assign(address(format))}>
              {t(`customers.export.${format}`)}
            </MenuItem>
          ))}
        </div>
      ))}
    </Menu>
  )
}
