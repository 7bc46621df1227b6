import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { listAccounts, resetPassword } from '../../platform/access/contract/accounts.ts'
import type { Account } from '../../platform/access/contract.ts'
import { call } from '../client.ts'
import { PasswordField } from '../kit/password-field.tsx'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'

/** A new password for somebody who has forgotten it; its owner must change it at the next sign-in. */
export function PasswordReset({ account }: { readonly account: Account }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const [password, setPassword] = useState('')
  const reset = useMutation({
    mutationFn: () => call(resetPassword, { zone: zone.code, id: account.id, password }),
    onSuccess: async () => {
      setPassword('')
      await client.invalidateQueries({ queryKey: [listAccounts.name] })
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        reset.mutate()
      }}
    >
      <h3>{say({ zh: '重置口令', en: 'Reset the password' })}</h3>
      <Refusal error={reset.error} />
      <PasswordField
        id="reset-password"
        label={say({ zh: '新的初始口令', en: 'New initial password' })}
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <Button htmlType="submit" loading={reset.isPending}>
        {say({ zh: '重置', en: 'Reset' })}
      </Button>{' '}
      {reset.isSuccess && (
        <span role="status">{say({ zh: '已重置，其登录已全部退出。', en: 'Done; its sessions have ended.' })}</span>
      )}
    </form>
  )
}
