import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import {
  endOwnIdentity,
  listOwnIdentities,
  type OwnIdentity,
  type ProviderButton,
} from '../../platform/access/contract/provider-sign-in.ts'
import { call, queryOf } from '../client.ts'
import { readableMoment } from '../kit/records/moments.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useText } from '../text.tsx'
import { LinkForm, UnlinkForm } from './identity-forms.tsx'

/** Providers by which the own account can be entered; nothing where there are none and none is offered. */
export function OwnIdentities() {
  const say = useText()
  const client = useQueryClient()
  const { data } = useQuery(queryOf(listOwnIdentities, {}))
  const end = useMutation({
    mutationFn: (asked: { id: string; password?: string }) => call(endOwnIdentity, asked),
    onSuccess: (answer) => {
      setUnlinking(null)
      client.setQueryData(queryOf(listOwnIdentities, {}).queryKey, answer)
    },
  })
  const [linking, setLinking] = useState<ProviderButton | null>(null)
  const [unlinking, setUnlinking] = useState<OwnIdentity | null>(null)
  const label = { zh: '统一登录', en: 'Single sign-on' }
  if (!data || (data.identities.length === 0 && data.offered.length === 0)) return null
  return (
    <section className="card" aria-label={say(label)}>
      <h2>{say(label)}</h2>
      {data.identities.length === 0 && (
        <p>{say({ zh: '还没有关联：目前只用口令登录。', en: 'None is linked: you sign in by password only.' })}</p>
      )}
      {unlinking === null && <Refusal error={end.error} />}
      <ul className="plain-list">
        {data.identities.map((identity) => (
          <Row
            key={identity.id}
            identity={identity}
            busy={end.isPending}
            onEnd={() => (data.hasPassword ? setUnlinking(identity) : end.mutate({ id: identity.id }))}
          />
        ))}
      </ul>
      {unlinking !== null && (
        <UnlinkForm
          key={unlinking.id}
          provider={unlinking.provider}
          act={{ error: end.error, isPending: end.isPending }}
          onEnd={(password) => end.mutate({ id: unlinking.id, password })}
          onClose={() => {
            setUnlinking(null)
            end.reset()
          }}
        />
      )}
      {linking === null && data.offered.length > 0 && (
        <p className="form-actions">
          {data.offered.map((provider) => (
            <Button key={provider.id} onClick={() => setLinking(provider)}>
              {say({ zh: `关联${provider.name}`, en: `Link ${provider.name}` })}
            </Button>
          ))}
        </p>
      )}
      {linking !== null && (
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
