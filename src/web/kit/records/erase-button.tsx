import { Button, Input } from 'antd'
import { useState } from 'react'
import type { KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'
import { Refusal } from '../refusal.tsx'
import type { Row } from './doors.ts'
import { useErase } from './use-record.ts'

/** Erases a person's data after one question and a reason: there is no way back. */
export function EraseButton({ kind, row }: { readonly kind: KindView; readonly row: Row }) {
  const say = useText()
  const [asked, setAsked] = useState(false)
  const [reason, setReason] = useState('')
  const erase = useErase(kind, row)
  if (!asked) {
    return (
      <Button danger onClick={() => setAsked(true)}>
        {say({ zh: '抹除个人信息', en: 'Erase personal data' })}
      </Button>
    )
  }
  const personal = kind.fields.filter((field) => field.personal !== null)
  const zh = personal.map(({ label }) => label.zh).join('、')
  const en = personal.map(({ label }) => label.en).join(', ')
  return (
    <form
      className="notice notice-warning archive-question"
      aria-label={say({ zh: '抹除个人信息', en: 'Erase personal data' })}
      onSubmit={(event) => {
        event.preventDefault()
        erase.mutate(reason)
      }}
    >
      <p>
        {say({
          zh: `将销毁密钥：${zh}在记录和日志中永远不能再读出，不能恢复。记录本身和全部留痕保留。`,
          en: `The key is destroyed: ${en} can never be read again, neither here nor in the journal. The record and its history stay.`,
        })}
      </p>
      <div className="field">
        <label htmlFor={`erase-${row.id}`}>{say({ zh: '依据或理由', en: 'Ground or reason' })}</label>
        <Input
          id={`erase-${row.id}`}
          required
          maxLength={500}
          value={reason}
          placeholder={say({ zh: '如：本人书面申请删除', en: 'For example: asked for in writing' })}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <Refusal error={erase.error} />
      <div className="form-actions">
        <Button danger type="primary" htmlType="submit" loading={erase.isPending}>
          {say({ zh: '确认抹除', en: 'Erase for good' })}
        </Button>
        <Button onClick={() => setAsked(false)}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
