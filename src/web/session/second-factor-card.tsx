import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { getSecondFactor, listOwnSessions } from '../../platform/access/contract/own-account.ts'
import { queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { useText } from '../text.tsx'
import { SecondFactorOff } from './second-factor-off.tsx'
import { SecondFactorSetUp } from './second-factor-set-up.tsx'

/** The second factor of the own account: in use or not, set up, switched off. */
export function SecondFactorCard() {
  const say = useText()
  const client = useQueryClient()
  const found = useQuery(queryOf(getSecondFactor, {}))
  const [open, setOpen] = useState(false)
  const label = { zh: '两步验证', en: 'Second factor' }
  const close = () => {
    setOpen(false)
    for (const door of [getSecondFactor, listOwnSessions]) void client.invalidateQueries({ queryKey: [door.name] })
  }
  return (
    <section className="card" aria-label={say(label)}>
      <h2>{say(label)}</h2>
      {found.error !== null && <Failure error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Opening />}
      {found.data && (
        <p>
          {found.data.since === null
            ? say({
                zh: '○ 未启用。启用后登录除口令外还要手机验证器上的 6 位数字，口令泄露也登不进来。',
                en: '○ Not in use. With it a sign-in also needs six digits from your phone: a stolen password alone opens nothing.',
              })
            : say({
                zh: `○✓ 已启用，剩 ${found.data.codesLeft} 个恢复码。`,
                en: `○✓ In use; ${found.data.codesLeft} recovery codes left.`,
              })}
        </p>
      )}
      {found.data && !open && (
        <Button onClick={() => setOpen(true)}>
          {say(
            found.data.since === null
              ? { zh: '设置两步验证', en: 'Set it up' }
              : { zh: '停用两步验证', en: 'Switch it off' },
          )}
        </Button>
      )}
      {open && found.data?.since === null && <SecondFactorSetUp onClose={close} />}
      {open && found.data !== undefined && found.data.since !== null && <SecondFactorOff onClose={close} />}
    </section>
  )
}
