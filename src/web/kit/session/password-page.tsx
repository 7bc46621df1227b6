import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Problem } from '../../../kernel/problem.ts'
import { changePassword } from '../../../platform/access/contract.ts'
import { call } from '../../client.ts'
import { useText } from '../../text.tsx'
import { PasswordField } from '../password-field.tsx'
import { Refusal } from '../refusal.tsx'
import { useTitle } from '../title.ts'
import { keepSession, useSession } from './session.ts'

const title = { zh: '修改口令', en: 'Change password' }
const different = new Problem('invalid_input', 'web.passwords_differ', {
  zh: '两次输入的新口令不一样，请重新输入。',
  en: 'The two new passwords differ: type them again.',
})

/** The own password; also what stands before everything else while the password is one that somebody else gave. */
export function PasswordPage() {
  const say = useText()
  useTitle(title)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { session } = useSession()
  const [given, setGiven] = useState({ current: '', next: '', again: '' })
  const change = useMutation({
    mutationFn: async () => {
      if (given.next !== given.again) throw different
      return call(changePassword, { current: given.current, next: given.next })
    },
    onSuccess: (renewed) => {
      const forced = session?.account.mustChange ?? false
      keepSession(client, renewed)
      setGiven({ current: '', next: '', again: '' })
      if (forced) void navigate({ to: '/' })
    },
  })
  const field = (name: keyof typeof given) => ({
    id: name,
    value: given[name],
    onChange: (value: string) => setGiven({ ...given, [name]: value }),
  })
  return (
    <form
      className="page narrow-page"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate()
      }}
    >
      <h1>{say(title)}</h1>
      {session?.account.mustChange && <p className="notice notice-warning">{say(mustChange)}</p>}
      <Refusal error={change.error} />
      {change.isSuccess && (
        <p role="status" className="notice">
          {say({ zh: '口令已修改；您在其他设备上的登录已退出。', en: 'Changed. You are signed out on other devices.' })}
        </p>
      )}
      <PasswordField
        {...field('current')}
        label={say({ zh: '当前口令', en: 'Current password' })}
        autoComplete="current-password"
      />
      <PasswordField
        {...field('next')}
        label={say({ zh: '新口令', en: 'New password' })}
        hint={say({
          zh: '至少 10 个字符，不要用常见口令或登录名。',
          en: 'At least 10 characters, not a common one and not your login.',
        })}
        autoComplete="new-password"
      />
      <PasswordField
        {...field('again')}
        label={say({ zh: '再输一次新口令', en: 'New password again' })}
        autoComplete="new-password"
      />
      <Button type="primary" htmlType="submit" size="large" loading={change.isPending}>
        {say(title)}
      </Button>
    </form>
  )
}

const mustChange = {
  zh: '您用的是初始口令：请先改成只有您自己知道的口令，然后继续。',
  en: 'Your password was given to you by somebody else: change it to one that only you know, then go on.',
}
