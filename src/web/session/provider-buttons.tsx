import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import {
  listSignInProviders,
  type ProviderButton,
  startProviderSignIn,
} from '../../platform/access/contract/provider-sign-in.ts'
import { call, queryOf } from '../client.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useText } from '../text.tsx'

/** An invitation as its link holds it. */
export interface Invited {
  readonly zone: string
  readonly provider: string
  readonly invitation: string
}

interface Props {
  readonly back: string | undefined
  readonly invited: Invited | undefined
}

/** One button a provider, with its zone where there are several; nothing where no zone has one, or they cannot be read: passwords go on. */
export function ProviderButtons({ back, invited }: Props) {
  const say = useText()
  const { data } = useQuery(queryOf(listSignInProviders, {}))
  const away = useMutation({
    mutationFn: ({ zone, id }: ProviderButton) => {
      const more = { ...(back !== undefined && { back }), ...(invited && { invitation: invited.invitation }) }
      return call(startProviderSignIn, { zone: zone.code, provider: id, ...more })
    },
    onSuccess: ({ address }) => location.assign(address),
  })
  const shown = (data?.providers ?? []).filter(({ id }) => invited === undefined || id === invited.provider)
  if (shown.length === 0) return null
  const severalZones = new Set(shown.map(({ zone }) => zone.code)).size > 1
  const title = { zh: '统一登录', en: 'Single sign-on' }
  return (
    <section className="provider-buttons" aria-label={say(title)}>
      <h2>{say(title)}</h2>
      {invited && (
        <p className="notice">
          {say({
            zh: '您收到了邀请：请用下面的统一登录进入，您的账号将与它关联，以后就这样登录。',
            en: 'You were invited: sign in below, and your account is linked with it from then on.',
          })}
        </p>
      )}
      <Refusal error={away.error} />
      {shown.map((provider) => (
        <Button
          key={provider.id}
          size="large"
          block
          loading={away.isPending && away.variables.id === provider.id}
          onClick={() => away.mutate(provider)}
        >
          {say({ zh: `用${provider.name}登录`, en: `Sign in with ${provider.name}` })}
          {severalZones && <span className="soft small">{say(provider.zone.name)}</span>}
        </Button>
      ))}
    </section>
  )
}
