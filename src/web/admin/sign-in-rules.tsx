import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type Role, roleLabels, roles } from '../../kernel/role.ts'
import { getSignInRules, type SignInRules, setSignInRules } from '../../platform/access/contract/rules.ts'
import { call, queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'

/** Which roles must have a second factor; the security administrator says so. */
export function SignInRulesCard() {
  const { zone } = useMember()
  const { data, error, refetch } = useQuery(queryOf(getSignInRules, { zone: zone.code }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  return data === undefined ? null : <Boxes key={zone.code} rules={data} />
}

function Boxes({ rules }: { readonly rules: SignInRules }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const [held, setHeld] = useState<readonly Role[]>(rules.factorRoles)
  const save = useMutation({
    mutationFn: () => call(setSignInRules, { zone: zone.code, version: rules.version, factorRoles: [...held] }),
    onSuccess: (answer) => client.setQueryData(queryOf(getSignInRules, { zone: zone.code }).queryKey, answer),
  })
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <fieldset className="role-boxes">
        <legend className="field-label">
          {say({ zh: '必须启用两步验证的角色', en: 'Roles that must have a second factor' })}
        </legend>
        {roles.map((role) => (
          <label key={role}>
            <input
              type="checkbox"
              checked={held.includes(role)}
              onChange={({ target }) => setHeld(target.checked ? [...held, role] : held.filter((one) => one !== role))}
            />
            {say(roleLabels[role])}
          </label>
        ))}
      </fieldset>
      <p className="soft small">
        {say({
          zh: '立即生效：没有启用的人在设置好之前不能在本区办理任何事。',
          en: 'It holds at once: who has none does nothing in this zone until it is set up.',
        })}
      </p>
      <Refusal error={save.error} />
      <Button htmlType="submit" loading={save.isPending}>
        {say({ zh: '保存', en: 'Save' })}
      </Button>{' '}
      {save.isSuccess && <span role="status">{say({ zh: '已保存。', en: 'Saved.' })}</span>}
    </form>
  )
}
