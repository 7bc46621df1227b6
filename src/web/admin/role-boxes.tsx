import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { type Role, roleLabels, roles } from '../../kernel/role.ts'
import { listAccounts, setRoles } from '../../platform/access/contract/accounts.ts'
import type { Account } from '../../platform/access/contract.ts'
import { call } from '../client.ts'
import { RefPicker } from '../kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'

const forEnterprise: readonly Role[] = ['enterprise', 'intermediary']

/** What the account is in this zone, all at once; an enterprise's account names the enterprise that it stands for. */
export function RoleBoxes({ account }: { readonly account: Account }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const [held, setHeld] = useState<readonly Role[]>(account.roles)
  const [enterpriseId, setEnterprise] = useState(account.enterpriseId ?? '')
  const { id, version, personId } = account
  const save = useMutation({
    mutationFn: () =>
      call(setRoles, { zone: zone.code, id, version, personId, roles: [...held], enterpriseId: enterpriseId || null }),
    onSuccess: () => client.invalidateQueries({ queryKey: [listAccounts.name] }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <Refusal error={save.error} />
      <fieldset className="role-boxes">
        <legend className="field-label">{say({ zh: '角色', en: 'Roles' })}</legend>
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
          zh: '系统、安全、审计三员不能由同一账号兼任。',
          en: 'No account may be two of the system, security and audit administrators.',
        })}
      </p>
      {held.some((role) => forEnterprise.includes(role)) && (
        <div className="field">
          <label htmlFor="role-enterprise">{say({ zh: '代表的企业', en: 'Stands for the enterprise' })}</label>
          <RefPicker id="role-enterprise" to="enterprises.enterprise" value={enterpriseId} onChange={setEnterprise} />
        </div>
      )}
      <p>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say({ zh: '保存角色', en: 'Save the roles' })}
        </Button>
      </p>
    </form>
  )
}
