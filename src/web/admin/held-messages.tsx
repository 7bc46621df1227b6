import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { OutputOf } from '../../kernel/endpoint.ts'
import { listBackups, releaseMessages } from '../../platform/backup/contract.ts'
import { call } from '../client.ts'
import { readableMoment } from '../kit/records/moments.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'

type Held = NonNullable<OutputOf<typeof listBackups>['held']>

/** After a restore nobody but a person can tell which messages have gone out already. */
export function HeldMessages({ held }: { readonly held: Held }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const release = useMutation({
    mutationFn: (waiting: 'send' | 'discard') => call(releaseMessages, { zone: zone.code, waiting }),
    onSettled: () => client.invalidateQueries({ queryKey: [listBackups.name] }),
  })
  const [at, to] = [readableMoment(held.restoredAt), readableMoment(held.restoredTo)]
  const { older, newer } = held
  return (
    <section className="notice notice-warning">
      <p>
        {say({
          zh: `数据库于 ${at} 恢复到 ${to}。对外消息已暂扣：恢复点之前的 ${older} 条可能已经发出过，之后的 ${newer} 条是恢复后产生的。请确认后放行。`,
          en: `The database was restored at ${at} to ${to}. Messages to the outside wait: ${older} from before that moment may have gone out already, ${newer} came since. Look, then release.`,
        })}
      </p>
      <div className="form-actions">
        <Button loading={release.isPending} onClick={() => release.mutate('send')}>
          {say({ zh: `发送等待的 ${older + newer} 条并放行`, en: `Send the ${older + newer} that wait` })}
        </Button>
        <Button loading={release.isPending} onClick={() => release.mutate('discard')}>
          {say({ zh: '放弃等待的，只发送今后的', en: 'Give those that wait up, send what comes' })}
        </Button>
      </div>
      <Refusal error={release.error} />
    </section>
  )
}
