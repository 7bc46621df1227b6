import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { removeSecondFactor } from '../../platform/access/contract/own-account.ts'
import { call } from '../client.ts'
import { PasswordField } from '../kit/password-field.tsx'
import { Refusal } from '../kit/refusal.tsx'
import { useText } from '../text.tsx'
import { CodeField } from './code-field.tsx'
import { othersEnd } from './others-end.ts'
import { useHasPassword } from './use-has-password.ts'

/** Needs both, password and code: whoever found the screen open has neither. */
export function SecondFactorOff({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const hasPassword = useHasPassword()
  const [given, setGiven] = useState({ password: '', code: '' })
  const remove = useMutation({ mutationFn: () => call(removeSecondFactor, given), onSuccess: onClose })
  const title = say({ zh: '停用两步验证', en: 'Switch the second factor off' })
  return (
    <form
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        remove.mutate()
      }}
    >
      <p>{say(othersEnd)}</p>
      <Refusal error={remove.error} />
      {hasPassword && (
        <PasswordField
          id="factor-off-password"
          label={say({ zh: '当前口令', en: 'Current password' })}
          autoComplete="current-password"
          value={given.password}
          onChange={(password) => setGiven({ ...given, password })}
        />
      )}
      <CodeField
        id="factor-off-code"
        label={say({ zh: '验证码或恢复码', en: 'Code or recovery code' })}
        value={given.code}
        onChange={(code) => setGiven({ ...given, code })}
      />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={remove.isPending}>
          {title}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </p>
    </form>
  )
}
