import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { createAccount, listAccounts } from '../../platform/access/contract/accounts.ts'
import { call } from '../client.ts'
import { PasswordField } from '../kit/password-field.tsx'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { SideSheet } from '../kit/side-sheet.tsx'
import { usePhone } from '../kit/use-phone.ts'
import { useText } from '../text.tsx'

/** A new account: it has no roles until the security administrator gives them, and must change its password first. */
export function NewAccountSheet({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const phone = usePhone()
  const { zone } = useMember()
  const client = useQueryClient()
  const [given, setGiven] = useState({ login: '', name: '', password: '' })
  const create = useMutation({
    mutationFn: () => call(createAccount, { zone: zone.code, ...given }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: [listAccounts.name] })
      onClose()
    },
  })
  const set = (name: keyof typeof given) => (value: string) => setGiven({ ...given, [name]: value })
  return (
    <SideSheet
      title={say({ zh: '新建账号', en: 'New account' })}
      closeLabel={say({ zh: '关闭', en: 'Close' })}
      modal={phone}
      wide
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <Refusal error={create.error} />
        <Words id="new-name" label={say({ zh: '姓名', en: 'Name' })} value={given.name} onChange={set('name')} />
        <Words id="new-login" label={say({ zh: '登录名', en: 'Login' })} value={given.login} onChange={set('login')} />
        <PasswordField
          id="new-password"
          label={say({ zh: '初始口令', en: 'Initial password' })}
          hint={say({
            zh: '至少 10 个字符；本人首次登录必须修改。',
            en: 'At least 10 characters; its owner must change it first.',
          })}
          autoComplete="new-password"
          value={given.password}
          onChange={set('password')}
        />
        <p className="soft small">
          {say({ zh: '角色由安全管理员授予。', en: 'Roles are given by the security administrator.' })}
        </p>
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {say({ zh: '建立账号', en: 'Make the account' })}
        </Button>
      </form>
    </SideSheet>
  )
}

interface WordsProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Words({ id, label, value, onChange }: WordsProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        required
        maxLength={100}
        autoComplete="off"
        autoCapitalize="none"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
