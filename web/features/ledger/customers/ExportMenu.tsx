import { Download } from 'lucide-react'

import { EXPORT_FORMATS, exportCustomers } from '#contract/ledger/exports'

import { addressOf } from '../../../api/call.ts'
import { may, useMember } from '../../../api/session.ts'
import { currentLanguage, useT } from '../../../language/texts.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Menu, MenuItem, MenuLabel } from '../../../ui/Menu.tsx'
import { type CustomersSearch, filterOf } from './search.ts'

/** The address of the file that holds what the filters find. */
export function exportAddress(
  search: CustomersSearch,
  format: (typeof EXPORT_FORMATS)[number],
): string {
  return addressOf(exportCustomers, {
    query: { ...filterOf(search), format, language: currentLanguage() },
  })
}

export function ExportMenu({ search }: { readonly search: CustomersSearch }) {
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
          icon={<Download size={16} />}
        />
      }
    >
      <MenuLabel>{t('customers.export.hint')}</MenuLabel>
      {EXPORT_FORMATS.map((format) => (
        <MenuItem key={format} onSelect={() => location.assign(exportAddress(search, format))}>
          {t(`customers.export.${format}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
