import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../kernel/endpoint.ts'
import { type ApiToken, listTokens, makeToken, revokeToken } from '../../platform/access/contract/tokens.ts'
import { call, queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useText } from '../text.tsx'
import { NewToken } from './new-token.tsx'
import { TokenShown } from './token-shown.tsx'

const label = { zh: '接口令牌', en: 'API tokens' }

/** Tokens by which programs work for this account in one zone: made, shown once, revoked. */
export function ApiTokens({ zone }: { readonly zone: string }) {
  const say = useText()
  const client = useQueryClient()
  const [making, setMaking] = useState(false)
  const query = queryOf(listTokens, { zone })
  const found = useQuery(query)
  const keep = (answer: OutputOf<typeof listTokens>) => client.setQueryData(query.queryKey, answer)
  const revoke = useMutation({ mutationFn: (id: string) => call(revokeToken, { zone, id }), onSuccess: (a) => keep(a) })
  const make = useMutation({
    mutationFn: (given: { name: string; scopes: string[]; days: number }) => call(makeToken, { zone, ...given }),
    onSuccess: ({ token: _, ...rest }) => {
      keep(rest)
      setMaking(false)
    },
  })
  return (
    <section className="card" aria-label={say(label)}>
      <h2>{say(label)}</h2>
      <p className="soft small">
        {say({
          zh: '供程序在本区代您办事，只有您勾选的权限，到期自动失效；您失去的权限它也随之失去。',
          en: 'For programs that work for you in this zone, with the permissions that you tick, until a day. What you lose, they lose.',
        })}
      </p>
      <Refusal error={revoke.error} />
      {make.data && <TokenShown token={make.data.token} onClose={() => make.reset()} />}
      {found.error !== null && <Failure error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Opening />}
      {found.data?.tokens.length === 0 && <p>{say({ zh: '还没有令牌。', en: 'There is none.' })}</p>}
      <ul className="plain-list">
        {found.data?.tokens.map((token) => (
          <Row key={token.id} token={token} busy={revoke.isPending} onRevoke={() => revoke.mutate(token.id)} />
        ))}
      </ul>
      {making && found.data ? (
        <NewToken
          scopes={found.data.scopes}
          pending={make.isPending}
          error={make.error}
          onMake={(given) => make.mutate(given)}
          onCancel={() => setMaking(false)}
        />
      ) : (
        <Button disabled={!found.data} onClick={() => setMaking(true)}>
          {say({ zh: '生成令牌', en: 'Make a token' })}
        </Button>
      )}
    </section>
  )
}

interface RowProps {
  readonly token: ApiToken
  readonly busy: boolean
  readonly onRevoke: () => void
}

function Row({ token: { name, scopes, expiresAt, usedAt }, busy, onRevoke }: RowProps) {
  const say = useText()
  const ends = readableMoment(expiresAt)
  const used = usedAt === null ? null : readableMoment(usedAt)
  return (
    <li className="session-row">
      <span>
        <strong>{name}</strong>
        <br />
        <span className="soft small">
          {say({
            zh: `${scopes.length} 项权限，${ends} 到期，${used === null ? '还没用过' : `最近使用 ${used}`}`,
            en: `${scopes.length} permissions, until ${ends}, ${used === null ? 'never used' : `last used ${used}`}`,
          })}
        </span>
        <details className="small">
          <summary>{say({ zh: '权限', en: 'Permissions' })}</summary>
          {scopes.join(', ')}
        </details>
      </span>
      <Button disabled={busy} aria-label={say({ zh: `作废：${name}`, en: `Revoke: ${name}` })} onClick={onRevoke}>
        {say({ zh: '作废', en: 'Revoke' })}
      </Button>
    </li>
  )
}
