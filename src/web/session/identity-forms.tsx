import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { linkOwnIdentity, type ProviderButton } from '../../platform/access/contract/provider-sign-in.ts'
import { call } from '../client.ts'
import { PasswordField } from '../kit/password-field.tsx'
import { Refusal } from '../kit/refusal.tsx'
import { useText } from '../text.tsx'

interface LinkProps {
  readonly provider: ProviderButton
  readonly hasPassword: boolean
  readonly onClose: () => void
}

/** The password once more, so that whoever finds the screen open makes no way in for themselves. */
export function LinkForm({ provider, hasPassword, onClose }: LinkProps) {
  const say = useText()
  const [password, setPassword] = useState('')
  const away = useMutation({
    mutationFn: () => call(linkOwnIdentity, { zone: provider.zone.code, provider: provider.id, password }),
    onSuccess: ({ address }) => location.assign(address),
  })
  const title = say({ zh: `关联${provider.name}`, en: `Link ${provider.name}` })
  return (
    <form
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        away.mutate()
      }}
    >
      <p>
        {say({
          zh: '下一步去该系统登录；回来后，用它也能进入这个账号。',
          en: 'Next you sign in there; once you are back, it opens this account too.',
        })}
      </p>
      <Refusal error={away.error} />
      {hasPassword && (
        <PasswordField
          id="link-password"
          label={say({ zh: '当前口令', en: 'Current password' })}
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      )}
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={away.isPending}>
          {title}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </p>
    </form>
  )
}

interface UnlinkProps {
  readonly provider: string
  readonly act: { readonly error: Error | null; readonly isPending: boolean }
  readonly onEnd: (password: string) => void
  readonly onClose: () => void
}

/** The password once more, so that whoever finds the screen open does not close a way in. */
export function UnlinkForm({ provider, act, onEnd, onClose }: UnlinkProps) {
  const say = useText()
  const [password, setPassword] = useState('')
  const title = say({ zh: `解除与${provider}的关联`, en: `Unlink ${provider}` })
  return (
    <form
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault()
        onEnd(password)
      }}
    >
      <p>
        {say({
          zh: '解除后，它不再能进入这个账号；经它的其他登录随即退出。',
          en: 'It then opens this account no more, and other sign-ins by it end.',
        })}
      </p>
      <Refusal error={act.error} />
      <PasswordField
        id="unlink-password"
        label={say({ zh: '当前口令', en: 'Current password' })}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <p className="form-actions">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {title}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </p>
    </form>
  )
}
