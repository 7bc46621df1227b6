import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { LabelledField } from '../../../../../web/kit/labelled-field.tsx'
import { Refusal } from '../../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../../web/kit/use-act.ts'
import { useText } from '../../../../../web/text.tsx'
import { type Datum, type Doubt, datumLabels } from '../../../contract/shape.ts'
import { type FoundShape, importShapes } from '../../../contract/shape-import.ts'
import { stale } from '../use-parcels.ts'
import { doubtsOf, type NewParcels, takenOf, withoutArea } from './choice.ts'
import { NewParcelFields } from './new-parcel-fields.tsx'

interface ConfirmProps {
  readonly chosen: readonly FoundShape[]
  readonly datum: Datum
  readonly validFrom: string
  readonly onDone: (count: number) => void
}

/** Where the shapes come from and why they go in; answers to what is asked about them. All go in or none. */
export function Confirm({ chosen, datum, validFrom, onDone }: ConfirmProps) {
  const say = useText()
  const { may } = useMember()
  const [source, setSource] = useState('')
  const [reason, setReason] = useState('')
  const [accept, setAccept] = useState<readonly Doubt[]>([])
  const [fresh, setFresh] = useState<NewParcels>(first)
  const act = useAct(importShapes, { stale, onDone: ({ imported }) => onDone(imported.length) })
  const doubts = doubtsOf(chosen)
  const newOnes = chosen.filter(({ parcel }) => parcel === null)
  const bare = withoutArea(chosen, fresh)
  const open = doubts.filter((doubt) => !accept.includes(doubt))
  const mayMake = newOnes.length === 0 || may('parcels.write')
  const written = source.trim() !== '' && reason.trim() !== ''
  const ready = chosen.length > 0 && written && bare.length === 0 && open.length === 0 && mayMake
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready) return
        const shared = { datum, validFrom, source: source.trim(), reason: reason.trim(), accept: [...accept] }
        act.mutate({ ...shared, shapes: takenOf(chosen, fresh) })
      }}
    >
      <h2>{say({ zh: '3. 确认导入', en: '3. Confirm' })}</h2>
      {newOnes.length > 0 && <NewParcelFields {...{ count: newOnes.length, bare, fresh, onChange: setFresh }} />}
      <LabelledField
        maxLength={300}
        label={{ zh: '图形来源（测绘报告、批文）', en: 'Source (survey report, approval)' }}
        value={source}
        onChange={setSource}
      />
      <LabelledField maxLength={300} label={{ zh: '导入原因', en: 'Why' }} value={reason} onChange={setReason} />
      {doubts.map((doubt) => (
        <p key={doubt}>
          <Checkbox
            checked={accept.includes(doubt)}
            onChange={({ target }) =>
              setAccept(target.checked ? [...accept, doubt] : accept.filter((one) => one !== doubt))
            }
          >
            {say(questions[doubt])}
          </Checkbox>
        </p>
      ))}
      <p className="soft">
        {say({
          zh: `坐标系：${datumLabels[datum].zh}。全部导入，或者一个也不导入。`,
          en: `Datum: ${datumLabels[datum].en}. All of them go in, or none.`,
        })}
      </p>
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: `导入 ${chosen.length} 个图形`, en: `Import ${chosen.length} shapes` })}
        </Button>
      </div>
    </form>
  )
}

const first: NewParcels = { landUse: 'industrial', landKind: 'ordinary', serviceLevel: 'raw', areaAsDrawn: false }

const questions = {
  overlap: {
    zh: '小的重叠是两次测量的误差，我已核对',
    en: 'I have looked: the small overlaps are two surveys of one border',
  },
  datum: { zh: 'WGS-84 坐标的误差我已了解，仍要保存', en: 'I know how far WGS 84 may err and save all the same' },
} as const
