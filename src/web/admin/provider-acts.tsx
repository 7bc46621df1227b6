import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import {
  listProviders,
  type Provider,
  removeProvider,
  stopProvider,
  switchProvider,
} from '../../platform/access/contract/providers.ts'
import { call, queryOf } from '../client.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'

type Act = 'on' | 'off' | 'stop' | 'remove'

/** What this administrator may do to a provider. What throws people out is asked about first, with how many they are. */
export function ProviderActs({ provider, onChange }: { readonly provider: Provider; readonly onChange: () => void }) {
  const say = useText()
  const { may } = useMember()
  const [asked, setAsked] = useState<Act | null>(null)
  const act = useActs(provider, () => setAsked(null))
  const manages = may('access.manage')
  const sets = may('access.authorise')
  return (
    <>
      <span className="form-actions">
        {manages && !provider.enabled && (
          <Button type="primary" loading={act.isPending} onClick={() => act.mutate('on')}>
            {say({ zh: '启用', en: 'Switch on' })}
          </Button>
        )}
        {manages && provider.enabled && <Button onClick={() => setAsked('off')}>{say(words.off)}</Button>}
        {sets && provider.enabled && <Button onClick={() => setAsked('stop')}>{say(words.stop)}</Button>}
        {sets && <Button onClick={onChange}>{say({ zh: '修改', en: 'Change' })}</Button>}
        {sets && (
          <Button danger onClick={() => setAsked('remove')}>
            {say(words.remove)}
          </Button>
        )}
      </span>
      <Refusal error={act.error} />
      {asked !== null && asked !== 'on' && (
        <div role="alertdialog" aria-label={say(words[asked])} className="notice">
          <p>{say(consequence(provider, asked))}</p>
          <p className="form-actions">
            <Button danger loading={act.isPending} onClick={() => act.mutate(asked)}>
              {say({ zh: `确定${words[asked].zh}`, en: `Yes, ${words[asked].en.toLowerCase()}` })}
            </Button>
            <Button onClick={() => setAsked(null)}>{say({ zh: '取消', en: 'Cancel' })}</Button>
          </p>
        </div>
      )}
    </>
  )
}

const words = {
  off: { zh: '停用', en: 'Switch off' },
  stop: { zh: '叫停', en: 'Stop' },
  remove: { zh: '删除', en: 'Remove' },
} as const

function consequence({ name, people, onlyWay }: Provider, act: 'off' | 'stop' | 'remove') {
  const links = act === 'remove'
  return {
    zh: `用“${name}”进入的人立即退出${links ? `，${people} 个账号的关联解除` : ''}。其中 ${onlyWay} 个账号没有别的登录方式，需要由系统管理员重置口令。`,
    en: `Whoever came in by ${name} is out at once${links ? `, and ${people} accounts are unlinked` : ''}. ${onlyWay} of them have no other way in: the system administrator resets their passwords.`,
  }
}

function useActs(provider: Provider, onDone: () => void) {
  const { zone } = useMember()
  const client = useQueryClient()
  const { id, version } = provider
  const one = { zone: zone.code, id, version }
  return useMutation({
    mutationFn: (act: Act) => {
      if (act === 'stop') return call(stopProvider, one)
      if (act === 'remove') return call(removeProvider, one)
      return call(switchProvider, { ...one, enabled: act === 'on' })
    },
    onSuccess: (answer) => {
      client.setQueryData(queryOf(listProviders, { zone: zone.code }).queryKey, answer)
      onDone()
    },
  })
}
