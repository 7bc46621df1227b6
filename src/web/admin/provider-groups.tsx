import { Button } from 'antd'
import { outsiders, type Role, roleLabels, roles } from '../../kernel/role.ts'
import { useText } from '../text.tsx'
import type { ProviderDraft } from './provider-draft.ts'

interface Props {
  readonly draft: ProviderDraft
  readonly onChange: (part: Partial<ProviderDraft>) => void
}

const outside: readonly Role[] = outsiders
const givable = roles.filter((role) => !outside.includes(role))

/** Which group of the provider gives which role of the zone. */
export function ProviderGroups({ draft: { groupsClaim, roleGroups }, onChange }: Props) {
  const say = useText()
  const put = (at: number, part: Partial<ProviderDraft['roleGroups'][number]>) =>
    onChange({ roleGroups: roleGroups.map((one, i) => (i === at ? { ...one, ...part } : one)) })
  return (
    <fieldset>
      <legend className="field-label">{say({ zh: '分组与角色', en: 'Groups and roles' })}</legend>
      <label>
        {say({
          zh: '列出分组的声明（claim；空为不按分组）',
          en: 'Claim that lists groups (empty: no roles by groups)',
        })}
        <input
          className="text-input"
          placeholder="groups"
          value={groupsClaim ?? ''}
          onChange={(event) => onChange({ groupsClaim: event.target.value || null })}
        />
      </label>
      {roleGroups.map(({ group, role }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name while it is typed
        <div className="provider-group" key={at}>
          <input
            className="text-input"
            aria-label={say({ zh: `第 ${at + 1} 行：分组`, en: `Line ${at + 1}: group` })}
            placeholder="/zone/officers"
            value={group}
            onChange={(event) => put(at, { group: event.target.value })}
          />
          <select
            className="select"
            aria-label={say({ zh: `第 ${at + 1} 行：角色`, en: `Line ${at + 1}: role` })}
            value={role}
            onChange={(event) => put(at, { role: givable.find((one) => one === event.target.value) ?? role })}
          >
            {givable.map((one) => (
              <option key={one} value={one}>
                {say(roleLabels[one])}
              </option>
            ))}
          </select>
          <Button
            aria-label={say({ zh: `去掉第 ${at + 1} 行`, en: `Take line ${at + 1} away` })}
            onClick={() => onChange({ roleGroups: roleGroups.filter((_, i) => i !== at) })}
          >
            ×
          </Button>
        </div>
      ))}
      <p>
        <Button onClick={() => onChange({ roleGroups: [...roleGroups, { group: '', role: 'officer' }] })}>
          {say({ zh: '加一行', en: 'Add a line' })}
        </Button>
      </p>
    </fieldset>
  )
}
