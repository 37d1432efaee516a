import { type Role, ROLES } from '../../../../server/http/permissions.ts'
import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'

type RoleChoiceProps = {
  readonly roles: readonly Role[]
  readonly onChange: (roles: Role[]) => void
}

/** Several roles may be one person's; each says what it lets them do. */
export function RoleChoice({ roles, onChange }: RoleChoiceProps) {
  const t = useT()
  return (
    <fieldset>
      <legend className="text-13 font-medium">{t('people.rolesTitle')}</legend>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            label={t(`people.roles.${role}`)}
            hint={t(`people.roleHints.${role}`)}
            isChecked={roles.includes(role)}
            onChange={(isChecked) =>
              onChange(
                ROLES.filter((other) => (other === role ? isChecked : roles.includes(other))),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
