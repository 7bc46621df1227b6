import { Button, Checkbox } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Problem } from '../../../../kernel/problem.ts'
import { LabelledField } from '../../../../web/kit/labelled-field.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type Doubt, drawShape } from '../../contract/shape.ts'
import { shapeTyped } from '../../domain/reading/typed.ts'
import { LabelledSelect } from './import/labelled.tsx'
import { meridians } from './import/meridians.ts'
import { Sketch } from './sketch.tsx'
import { stale } from './use-parcels.ts'

interface DrawFormProps {
  readonly id: string
  readonly version: number
  readonly onDone: () => void
}

/** The boundary points of one parcel as a survey lists them; many parcels come by file. */
export function DrawForm({ id, version, onDone }: DrawFormProps) {
  const say = useText()
  const form = useId()
  const [text, setText] = useState('')
  const [meridian, setMeridian] = useState('')
  const [source, setSource] = useState('')
  const [from, setFrom] = useState(legalDayOf(new Date()))
  const [accept, setAccept] = useState<readonly Doubt[]>([])
  const act = useAct(drawShape, { stale, onDone })
  const { shape, flaw } = shapeTyped(text, meridian === '' ? null : Number(meridian))
  const ready = shape !== null && source.trim() !== '' && from !== ''
  const doubt = act.error instanceof Problem ? asked(act.error.details.accept) : null
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!shape || !ready) return
        act.mutate({
          id,
          version,
          shape,
          datum: 'cgcs2000',
          source: source.trim(),
          validFrom: from,
          accept: [...accept],
        })
      }}
    >
      <div className="field">
        <label htmlFor={form}>
          {say({
            zh: '界址点（CGCS2000），每行一点：经度, 纬度，或北坐标 X, 东坐标 Y',
            en: 'Boundary points (CGCS2000), one a line: longitude, latitude, or northing X, easting Y',
          })}
        </label>
        <textarea
          id={form}
          className="text-input number"
          rows={6}
          value={text}
          aria-invalid={flaw !== null}
          aria-describedby={`${form}-flaw`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${form}-flaw`} role="status">
          {flaw && say(flaw)}
        </p>
      </div>
      <LabelledSelect
        label={{ zh: '中央经线（东坐标没有带号时）', en: 'Central meridian, for eastings without zone number' }}
        options={meridians}
        value={meridian}
        onChange={setMeridian}
      />
      {shape && (
        <Sketch shape={shape} label={say({ zh: '所填界址点的轮廓，上北', en: 'Outline of the points, north up' })} />
      )}
      <LabelledField
        maxLength={300}
        label={{ zh: '图形来源（测绘报告、批文）', en: 'Source (survey report, approval)' }}
        value={source}
        onChange={setSource}
      />
      <LabelledField type="date" label={{ zh: '自哪天起', en: 'From' }} value={from} onChange={setFrom} />
      <Refusal error={act.error} />
      {doubt && (
        <p>
          <Checkbox
            checked={accept.includes(doubt)}
            onChange={({ target }) => setAccept(target.checked ? [doubt] : [])}
          >
            {say({ zh: '我已核对，仍要保存', en: 'I have looked at it and save all the same' })}
          </Checkbox>
        </p>
      )}
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '保存图形', en: 'Save the shape' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}

const asked = (value: unknown): Doubt | null => (value === 'overlap' || value === 'datum' ? value : null)
