import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { inviteAccount, listProviders } from '../../platform/access/contract/providers.ts'
import type { Account } from '../../platform/access/contract.ts'
import { call, queryOf } from '../client.ts'
import { readableMoment } from '../kit/records/moments.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'

/** A link by which the owner of an account links it with a provider; nothing where the zone has none that is on. */
export function InviteAccount({ account }: { readonly account: Account }) {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery(queryOf(listProviders, { zone: zone.code }))
  const invite = useMutation({
    mutationFn: (provider: string) => call(inviteAccount, { zone: zone.code, id: account.id, provider }),
  })
  const on = (data?.providers ?? []).filter(({ enabled }) => enabled)
  if (on.length === 0) return null
  return (
    <div className="field">
      <Refusal error={invite.error} />
      {on.map(({ id, name }) => (
        <Button key={id} loading={invite.isPending} onClick={() => invite.mutate(id)}>
          {say({ zh: `邀请关联${name}`, en: `Invite to link with ${name}` })}
        </Button>
      ))}
      {invite.data && (
        <div role="status">
          <p>
            {say({
              zh: `请把这个链接交给本人，只显示这一次，${readableMoment(invite.data.expiresAt)} 前用一次有效：`,
              en: `Hand this link to its owner. It is shown this once and good once, until ${readableMoment(invite.data.expiresAt)}:`,
            })}
          </p>
          <p className="invitation-link">{invite.data.address}</p>
        </div>
      )}
    </div>
  )
}
