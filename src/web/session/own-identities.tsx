import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import {
  endOwnIdentity,
  linkOwnIdentity,
  listOwnIdentities,
  type OwnIdentity,
  type ProviderButton,
} from '../../platform/access/contract/provider-sign-in.ts'
import { call, queryOf } from '../client.ts'
import { PasswordField } from '../kit/password-field.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useText } from '../text.tsx'

/** Providers by which the own account can be entered; nothing where there are none and none is offered. */
export function OwnIdentities() {
  const say = useText()
  const client = useQueryClient()
  const { data } = useQuery(queryOf(listOwnIdentities, {}))
  const end = useMutation({
    mutationFn: (id: string) => call(endOwnIdentity, { id }),
    onSuccess: (answer) => client.setQueryData(queryOf(listOwnIdentities, {}).queryKey, answer),
  })
  const [linking, setLinking] = useState<ProviderButton | null>(null)
  const label = { zh: '统一登录', en: 'Single sign-on' }
  if (!data || (data.identities.length === 0 && data.offered.length === 0)) return null
  return (
    <section className="card" aria-label={say(label)}>
      <h2>{say(label)}</h2>
      {data.identities.length === 0 && (
        <p>{say({ zh: '还没有关联：目前只用口令登录。', en: 'None is linked: you sign in by password only.' })}</p>
      )}
      <Refusal error={end.error} />
      <ul className="plain-list">
        {data.identities.map((identity) => (
          <Row key={identity.id} identity={identity} busy={end.isPending} onEnd={() => end.mutate(identity.id)} />
        ))}
      </ul>
      {linking === null ? (
        <p className="form-actions">
          {data.offered.map((provider) => (
            <Button key={provider.id} onClick={() => setLinking(provider)}>
              {say({ zh: `关联${provider.name}`, en: `Link ${provider.name}` })}
            </Button>
          ))}
        </p>
      ) : (
        <LinkForm provider={linking} hasPassword={data.hasPassword} onClose={() => setLinking(null)} />
      )}
    </section>
  )
}

interface RowProps {
  readonly identity: OwnIdentity
  readonly busy: boolean
  readonly onEnd: () => void
}

function Row({ identity: { provider, linkedAt, usedAt }, busy, onEnd }: RowProps) {
  const say = useText()
  return (
    <li className="session-row">
      <span>
        <strong>{provider}</strong>
        <br />
        <span className="soft small">
          {say({
            zh: `关联于 ${readableMoment(linkedAt)}，最近使用 ${readableMoment(usedAt)}`,
            en: `Linked ${readableMoment(linkedAt)}, last used ${readableMoment(usedAt)}`,
          })}
        </span>
      </span>
      <Button
        disabled={busy}
        aria-label={say({ zh: `解除关联：${provider}`, en: `Unlink: ${provider}` })}
        onClick={onEnd}
      >
        {say({ zh: '解除关联', en: 'Unlink' })}
      </Button>
    </li>
  )
}

interface LinkProps {
  readonly provider: ProviderButton
  readonly hasPassword: boolean
  readonly onClose: () => void
}

/** The password once more, so that whoever finds the screen open makes no way in for themselves. */
function LinkForm({ provider, hasPassword, onClose }: LinkProps) {
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
