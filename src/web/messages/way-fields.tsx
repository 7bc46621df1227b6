import type { ReactNode } from 'react'
import type { Label } from '../../kernel/label.ts'
import type { OutsideChannel } from '../../platform/delivery/contract/channel.ts'
import type { MyDelivery } from '../../platform/delivery/contract.ts'
import { useText } from '../text.tsx'

interface Props {
  readonly draft: MyDelivery
  readonly onChange: (part: Partial<MyDelivery>) => void
}

const notOffered: Readonly<Record<OutsideChannel, Label>> = {
  mail: {
    zh: '本区还没有设置邮件服务器，请联系管理员。',
    en: 'The zone has no mail server yet: ask its administrator.',
  },
  sms: { zh: '本区还没有接短信网关，请联系管理员。', en: 'The zone has no SMS gateway yet: ask its administrator.' },
  webhook: { zh: '本区还没有群机器人，请联系管理员。', en: 'The zone has no group robot yet: ask its administrator.' },
}

/** Ways besides the program: mail, text message, a group's robot. One that the zone does not have says so. */
export function WayFields({ draft, onChange }: Props) {
  const say = useText()
  const { offered } = draft
  return (
    <fieldset>
      <legend>{say({ zh: '另外发到', en: 'Also send to' })}</legend>
      <Way way="mail" draft={draft} onChange={onChange} there={offered.mail} label={{ zh: '邮件', en: 'Mail' }}>
        <input
          type="email"
          className="text-input"
          autoComplete="email"
          aria-label={say({ zh: '邮箱', en: 'Mail address' })}
          value={draft.mail ?? ''}
          onChange={(event) => onChange({ mail: event.target.value || null })}
        />
      </Way>
      <Way way="sms" draft={draft} onChange={onChange} there={offered.sms} label={{ zh: '短信', en: 'Text message' }}>
        <input
          type="tel"
          className="text-input"
          autoComplete="tel"
          aria-label={say({ zh: '手机号', en: 'Mobile phone' })}
          value={draft.phone ?? ''}
          onChange={(event) => onChange({ phone: event.target.value || null })}
        />
      </Way>
      <Way
        way="webhook"
        draft={draft}
        onChange={onChange}
        there={offered.webhooks.length > 0}
        label={{ zh: '群机器人', en: 'Group robot' }}
      >
        <select
          aria-label={say({ zh: '哪个群', en: 'Which group' })}
          value={draft.webhookId ?? ''}
          onChange={(event) => onChange({ webhookId: event.target.value || null })}
        >
          <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
          {offered.webhooks.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Way>
    </fieldset>
  )
}

interface WayProps extends Props {
  readonly way: OutsideChannel
  readonly there: boolean
  readonly label: Label
  readonly children: ReactNode
}

function Way({ way, draft, onChange, there, label, children }: WayProps) {
  const say = useText()
  const chosen = draft.channels.includes(way)
  const toggle = () =>
    onChange({ channels: chosen ? draft.channels.filter((one) => one !== way) : [...draft.channels, way] })
  return (
    <div className="message-acts">
      <label>
        <input type="checkbox" checked={chosen} disabled={!there && !chosen} onChange={toggle} />
        {say(label)}
      </label>
      {there ? children : <span className="soft small">{say(notOffered[way])}</span>}
    </div>
  )
}
