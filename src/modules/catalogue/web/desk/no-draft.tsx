import { useMutation } from '@tanstack/react-query'
import { call } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Desk } from '../../contract/draft.ts'
import { openDraft } from '../../contract.ts'
import { ReasonForm } from './reason-form.tsx'
import { useReadAgain } from './use-desk.ts'

/** What will appear here, and the one act that makes it appear. */
export function NoDraft({ desk }: { readonly desk: Desk }) {
  const say = useText()
  const { zone, may } = useMember()
  const readAgain = useReadAgain()
  const open = useMutation({
    mutationFn: (reason: string) => call(openDraft, { zone: zone.code, reason }),
    onSuccess: readAgain,
  })
  return (
    <section className="card">
      <h2>{say({ zh: '还没有草稿', en: 'There is no draft' })}</h2>
      <p>
        {say({
          zh: '开始一份草稿后，这里逐项显示它和现行版本的不同、检查结果和对项目方案的影响。',
          en: 'Once a draft is begun, this shows what differs from the version in force, what the checks say and what it would do to plans.',
        })}
      </p>
      {desk.mine && may('catalogue.edit') && (
        <ReasonForm
          act={{ zh: '开始草稿', en: 'Begin a draft' }}
          label={{ zh: '为什么修订', en: 'Why it is revised' }}
          pending={open.isPending}
          error={open.error}
          onSend={(reason) => open.mutate(reason)}
        />
      )}
      {!desk.mine && <Keeper desk={desk} />}
    </section>
  )
}

function Keeper({ desk }: { readonly desk: Desk }) {
  const say = useText()
  return (
    <p className="notice">
      {desk.keeper === null
        ? say({
            zh: '还没有开发区认领目录维护：请管理员到“设置”认领。',
            en: 'No zone keeps the catalogue yet: an administrator takes it up under Settings.',
          })
        : say({
            zh: `目录由开发区“${desk.keeper}”维护，本区可以查看。`,
            en: `The catalogue is kept by the zone "${desk.keeper}"; here it can be read.`,
          })}
    </p>
  )
}
