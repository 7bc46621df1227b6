import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { confirmSecondFactor, startSecondFactor } from '../../platform/access/contract/own-account.ts'
import { call } from '../client.ts'
import { PasswordField } from '../kit/password-field.tsx'
import { Refusal } from '../kit/refusal.tsx'
import { useText } from '../text.tsx'
import { CodeField } from './code-field.tsx'
import { othersEnd } from './others-end.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useHasPassword } from './use-has-password.ts'

/** Password, then the picture for the phone, then a first code of it, then the recovery codes: shown this once. */
export function SecondFactorSetUp({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const hasPassword = useHasPassword()
  const [password, setPassword] = useState('')
  const start = useMutation({ mutationFn: () => call(startSecondFactor, { password }) })
  const title = say({ zh: '设置两步验证', en: 'Set up the second factor' })
  if (start.data) return <FirstCode answer={start.data} onClose={onClose} />
  return (
    <form
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        start.mutate()
      }}
    >
      <Refusal error={start.error} />
      {hasPassword && (
        <PasswordField
          id="factor-password"
          label={say({ zh: '当前口令', en: 'Current password' })}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      )}
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={start.isPending}>
          {say({ zh: '下一步', en: 'Next' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </p>
    </form>
  )
}

interface FirstCodeProps {
  readonly answer: { readonly key: string; readonly picture: string }
  readonly onClose: () => void
}

function FirstCode({ answer: { key, picture }, onClose }: FirstCodeProps) {
  const say = useText()
  const [code, setCode] = useState('')
  const confirm = useMutation({ mutationFn: () => call(confirmSecondFactor, { code }) })
  if (confirm.data) return <RecoveryCodes codes={confirm.data.codes} onClose={onClose} />
  return (
    <form
      aria-label={say({ zh: '出示第一个验证码', en: 'Show a first code' })}
      onSubmit={(event) => {
        event.preventDefault()
        confirm.mutate()
      }}
    >
      <p>
        {say({
          zh: '用手机验证器（任何支持 TOTP 的应用）扫下面的图，或手工输入密钥，然后输入显示的 6 位数字。',
          en: 'Scan the picture with any TOTP authenticator on your phone, or type the key, then enter the six digits that it shows.',
        })}{' '}
        {say(othersEnd)}
      </p>
      <p className="factor-picture">
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(picture)}`}
          width="192"
          height="192"
          alt={say({ zh: '验证器密钥二维码', en: 'QR code of the key' })}
        />
      </p>
      <p>
        {say({ zh: '密钥：', en: 'Key: ' })}
        <span className="factor-key">{key}</span>
      </p>
      <Refusal error={confirm.error} />
      <CodeField id="factor-code" label={say({ zh: '6 位验证码', en: 'Six digits' })} value={code} onChange={setCode} />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {say({ zh: '启用', en: 'Switch on' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </p>
    </form>
  )
}
