import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { tryProvider } from '../../platform/access/contract/providers.ts'
import { call } from '../client.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'

/** Asks the issuer for its document, before anything is saved, and says in one sentence what is wrong. */
export function ProviderTrial({ issuer }: { readonly issuer: string }) {
  const say = useText()
  const { zone } = useMember()
  const trial = useMutation({ mutationFn: () => call(tryProvider, { zone: zone.code, issuer }) })
  return (
    <div>
      <Button loading={trial.isPending} disabled={issuer === ''} onClick={() => trial.mutate()}>
        {say({ zh: '试连', en: 'Try it' })}
      </Button>
      <Refusal error={trial.error} />
      {trial.data && (
        <p role="status" className={trial.data.ok ? 'notice' : 'notice notice-error'}>
          {say(trial.data.text)}
        </p>
      )}
    </div>
  )
}
