import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { call } from '../../../../web/client.ts'
import { newKey } from '../../../../web/kit/new-key.ts'
import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { Escalation } from '../../contract/escalation.ts'
import { adoptRules } from '../../contract.ts'

const title = { zh: '升级规则', en: 'Escalation rules' }

/** When what is forgotten goes one step up: to whom, how often, by which way. */
export function EscalationPage() {
  const say = useText()
  useTitle(title)
  const { may } = useMember()
  const kind = useKindNamed(Escalation.name)
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p className="soft">
        {say({
          zh: '每个工作日 8:30 按这些规则查一遍在办办件和督办；同一情况在一个周期里只提醒一次。经办人自己的到期提醒另有，不在这里重复。',
          en: 'At 8:30 on every working day these rules look at all open cases and follow-ups; each cause is told once a cycle. The reminders to whoever handles a case come by themselves and are not repeated here.',
        })}
      </p>
      {may('followups.writeRules') && <Adopt />}
      {kind && <RecordList kind={kind} />}
    </div>
  )
}

function Adopt() {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const adopt = useMutation({
    mutationFn: () => call(adoptRules, { zone: zone.code }, { key: newKey() }),
    onSuccess: () => client.invalidateQueries(),
  })
  return (
    <>
      <Button loading={adopt.isPending} onClick={() => adopt.mutate()}>
        {say({ zh: '采用默认规则', en: 'Take the shipped rules over' })}
      </Button>
      <Refusal error={adopt.error} />
      {adopt.data && (
        <p role="status" className="notice">
          {say({
            zh: `已采用 ${adopt.data.adopted} 条，可逐条修改或停用。`,
            en: `${adopt.data.adopted} rules taken over; change them as you need.`,
          })}
        </p>
      )}
    </>
  )
}
