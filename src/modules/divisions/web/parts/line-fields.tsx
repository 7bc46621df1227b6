import { Button } from 'antd'
import { useId, useState } from 'react'
import type { Position } from '../../../../kernel/geometry/shape.ts'
import { useText } from '../../../../web/text.tsx'
import type { Line } from '../../domain/parts.ts'

interface LineFieldsProps {
  readonly points: readonly Position[]
  readonly onPoints: (points: readonly Position[]) => void
  readonly onCut: (line: Line) => void
}

/** Both ends of the line as numbers: what was clicked, or typed from a survey. */
export function LineFields({ points, onPoints, onCut }: LineFieldsProps) {
  const say = useText()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? points.map(([x, y]) => `${x.toFixed(7)}, ${y.toFixed(7)}`).join('\n')
  const [from, to] = points
  return (
    <div className="field">
      <label htmlFor={id}>
        {say({
          zh: '分割线的两点：在图上点两下，或每行填一点（经度, 纬度）',
          en: 'Two points of the line: click twice on the outline, or type one a line (longitude, latitude)',
        })}
      </label>
      <textarea
        id={id}
        className="text-input number"
        rows={2}
        value={text}
        onChange={(event) => {
          setTyped(event.target.value)
          onPoints(pointsIn(event.target.value))
        }}
        onBlur={() => setTyped(null)}
      />
      <div className="form-actions">
        <Button disabled={!from || !to} onClick={() => from && to && onCut({ from, to })}>
          {say({ zh: '沿这条线分割', en: 'Cut along this line' })}
        </Button>
      </div>
    </div>
  )
}

function pointsIn(text: string): Position[] {
  return text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/[\s,，;；]+/)
        .map(Number),
    )
    .flatMap(([x = Number.NaN, y = Number.NaN]): Position[] => (Number.isNaN(x + y) ? [] : [[x, y]]))
    .slice(0, 2)
}
