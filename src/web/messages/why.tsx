import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Label } from '../../kernel/label.ts'
import { isRole, roleLabels } from '../../kernel/role.ts'
import { channelLabels } from '../../platform/delivery/contract/channel.ts'
import { deliveryFaults } from '../../platform/delivery/contract/faults.ts'
import { getWhy, type Why } from '../../platform/delivery/contract.ts'
import { queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { useMember } from '../kit/session/use-work.ts'
import { useText } from '../text.tsx'

const vias: Readonly<Record<string, Label>> = {
  account: { zh: '消息点名发给您的账号', en: 'It names your account' },
  person: { zh: '消息发给您本人（机构人员名录中的您）', en: "It is for you as a person of the zone's organisation" },
  enterprise: { zh: '消息发给您所代表的企业', en: 'It is for the enterprise that you stand for' },
}

/** Why a message came: the rule, by what the reader was found, where copies went, and how to have it otherwise. */
export function WhyOf({ id }: { readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery(queryOf(getWhy, { zone: zone.code, id }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <dl className="why">
      <dt>{say({ zh: '为什么发', en: 'Why it was sent' })}</dt>
      <dd>
        {say(data.cause ?? { zh: '所关注的事情有了新情况', en: 'Something that concerns you has changed' })}
        {data.urgent && <span className="mark">{say({ zh: '紧急', en: 'Urgent' })}</span>}
      </dd>
      <dt>{say({ zh: '为什么是我', en: 'Why me' })}</dt>
      <dd>{say(viaText(data.via))}</dd>
      <dt>{say({ zh: '发到了哪里', en: 'Where it went' })}</dt>
      <dd>
        {say({ zh: '本页', en: 'This page' })}
        {data.copies.map((copy) => (
          <CopyLine key={copy.channel} copy={copy} />
        ))}
      </dd>
      <dt>{say({ zh: '怎样改', en: 'How to change it' })}</dt>
      <dd>
        <Link to="/messages/settings" search={{ zone: zone.code }}>
          {say({ zh: '改我的接收方式与免打扰时段', en: 'Change how and when I get messages' })}
        </Link>
        {data.changeLink !== null && (
          <>
            {' · '}
            <a href={data.changeLink}>{say({ zh: '看发出它的规则', en: 'See the rule that sent it' })}</a>
          </>
        )}
      </dd>
    </dl>
  )
}

function viaText(via: string): Label {
  const role = via.startsWith('role:') ? via.slice('role:'.length) : ''
  if (!isRole(role)) return vias[via] ?? { zh: '消息点名发给您的账号', en: 'It names your account' }
  const { zh, en } = roleLabels[role]
  return { zh: `消息发给本区所有“${zh}”`, en: `It is for everybody with the role "${en}" in this zone` }
}

const states: Readonly<Record<Why['copies'][number]['state'], Label>> = {
  sent: { zh: '已发', en: 'sent' },
  waiting: { zh: '待发', en: 'waiting' },
  failed: { zh: '未发成', en: 'failed' },
}

function CopyLine({ copy }: { readonly copy: Why['copies'][number] }) {
  const say = useText()
  const { channel, state, at, error } = copy
  const name = channel === 'digest' ? { zh: '每日汇总', en: 'Daily digest' } : channelLabels[channel]
  const reason = error === null ? undefined : (deliveryFaults as Readonly<Record<string, Label>>)[error]
  return (
    <span>
      {say({ zh: '；', en: '; ' })}
      {say(name)} {say(states[state])} <span className="soft small">{readableMoment(at)}</span>
      {reason && <span className="soft"> {say(reason)}</span>}
    </span>
  )
}
