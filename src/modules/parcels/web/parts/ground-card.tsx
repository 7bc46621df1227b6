import { Button } from 'antd'
import { useState } from 'react'
import { muFromSqm } from '../../../../kernel/area.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { datumLabels } from '../../contract/shape.ts'
import { DrawForm } from './draw-form.tsx'
import { Sketch } from './sketch.tsx'
import { useGround } from './use-parcels.ts'

const title = { zh: '图形与面积', en: 'Shape and area' }

interface GroundCardProps {
  readonly id: string
  /** By a split or merge: it is drawn no more. */
  readonly isEnded: boolean
}

/** The present shape as a sketch, both areas beside one another, and what was drawn before. */
export function GroundCard({ id, isEnded }: GroundCardProps) {
  const say = useText()
  const { may } = useMember()
  const [isDrawing, setDrawing] = useState(false)
  const { data, error, refetch } = useGround(id)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const current = data.shapes.find(({ validUntil }) => validUntil === null)
  const area = (sqm: number) => say({ zh: `${muFromSqm(sqm)} 亩（${sqm} m²）`, en: `${muFromSqm(sqm)} mu (${sqm} m²)` })
  return (
    <section className="card">
      <h2>{say(title)}</h2>
      <p className="number">
        {say({ zh: '登记', en: 'Registered' })} {area(data.registeredSqm)}
        {current && ` · ${say({ zh: '图形', en: 'Drawn' })} ${area(current.drawnSqm)} · ${data.differencePercent}%`}
      </p>
      {data.warnings.map((warning) => (
        <p key={warning.zh} role="alert" className="notice notice-warning">
          {say(warning)}
        </p>
      ))}
      {current ? (
        <Sketch shape={current.shape} label={say({ zh: '地块轮廓，上北', en: 'Outline of the parcel, north up' })} />
      ) : (
        <p>
          {say({
            zh: '还没有图形。绘制后这里显示轮廓和面积核对。',
            en: 'Nothing is drawn yet; then outline and areas stand here.',
          })}
        </p>
      )}
      {may('parcels.draw') && !isEnded && !isDrawing && (
        <p className="form-actions">
          <Button onClick={() => setDrawing(true)}>
            {say(current ? { zh: '更换图形', en: 'Replace the shape' } : { zh: '录入图形', en: 'Enter the shape' })}
          </Button>
        </p>
      )}
      {isDrawing && <DrawForm id={id} version={data.version} onDone={() => setDrawing(false)} />}
      {data.shapes.length > 0 && (
        <PlainTable
          caption={{ zh: '图形变化', en: 'Shapes through time' }}
          rows={data.shapes}
          keyOf={(shape) => shape.id}
          columns={[
            { label: { zh: '自', en: 'From' }, cell: ({ validFrom }) => <span className="number">{validFrom}</span> },
            {
              label: { zh: '至', en: 'Until' },
              cell: ({ validUntil }) => <span className="number">{validUntil ?? ''}</span>,
            },
            {
              label: { zh: '图形面积', en: 'Drawn' },
              cell: ({ drawnSqm }) => <span className="number">{area(drawnSqm)}</span>,
            },
            { label: { zh: '坐标系', en: 'Datum' }, cell: ({ datum }) => say(datumLabels[datum]) },
            { label: { zh: '来源', en: 'Source' }, cell: ({ source }) => source },
            { label: { zh: '绘制人', en: 'Drawn by' }, cell: ({ drawnBy }) => drawnBy },
          ]}
        />
      )}
    </section>
  )
}
