import { Button } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { muFromSqm } from '../../../../kernel/area.ts'
import type { Position } from '../../../../kernel/geometry/shape.ts'
import { formatNumber } from '../../../../web/kit/format.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { areaOf, lengthM, positionsTyped, textOf } from '../../domain/sketch.ts'

export type Mode = 'length' | 'area' | 'draw'

const titles = {
  length: { zh: '量距离', en: 'Measure a distance' },
  area: { zh: '量面积', en: 'Measure an area' },
  draw: { zh: '画图形', en: 'Draw a shape' },
} as const

interface SketchPanelProps {
  readonly mode: Mode
  readonly positions: readonly Position[]
  readonly onChange: (positions: readonly Position[]) => void
  readonly onClose: () => void
  /** What becomes of a drawn shape. */
  readonly children?: ReactNode
}

/** What is measured or drawn, as numbers and as text: pressing the map adds a line, and a typed line adds a corner. */
export function SketchPanel({ mode, positions, onChange, onClose, children }: SketchPanelProps) {
  const say = useText()
  const id = useId()
  const { text, flaw, type } = useTyped(positions, onChange)
  return (
    <section className="card map-sketch-panel" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`}>{say(titles[mode])}</h2>
      <p className="soft">
        {say({
          zh: '在图上点一下加一点，靠近已有的角点或边会吸附；也可以直接填写坐标，每行一点：经度, 纬度（CGCS2000，度）。',
          en: 'Press the map to add a point: it snaps to corners and edges near by. Or type coordinates, one point a line: longitude, latitude (CGCS2000, degrees).',
        })}
      </p>
      <div className="field">
        <label htmlFor={`${id}-text`}>{say({ zh: '坐标', en: 'Coordinates' })}</label>
        <textarea
          id={`${id}-text`}
          className="text-input map-typed number"
          rows={6}
          value={text}
          aria-invalid={flaw !== null}
          aria-describedby={`${id}-flaw`}
          onChange={(event) => type(event.target.value)}
        />
        <p id={`${id}-flaw`} role="alert">
          {flaw && say(flaw)}
        </p>
      </div>
      <Result mode={mode} positions={positions} />
      {children}
      <div className="form-actions">
        <Button disabled={positions.length === 0} onClick={() => onChange(positions.slice(0, -1))}>
          {say({ zh: '退一点', en: 'Take one back' })}
        </Button>
        <Button disabled={positions.length === 0} onClick={() => onChange([])}>
          {say({ zh: '清空', en: 'Clear' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '结束', en: 'Finish' })}</Button>
      </div>
    </section>
  )
}

/** The text as it is typed, as long as it says the positions; what the map adds is written below. */
function useTyped(positions: readonly Position[], onChange: (positions: readonly Position[]) => void) {
  const [typed, setTyped] = useState('')
  const read = positionsTyped(typed)
  const same = read.flaw !== null || textOf(read.positions) === textOf(positions)
  const text = same ? typed : textOf(positions)
  const type = (next: string) => {
    setTyped(next)
    const { positions: found, flaw } = positionsTyped(next)
    if (flaw === null) onChange(found)
  }
  return { text, flaw: same ? read.flaw : null, type }
}

function Result({ mode, positions }: Pick<SketchPanelProps, 'mode' | 'positions'>) {
  const say = useText()
  const language = useLanguage()
  const metres = (value: number) => formatNumber(value, language, 1)
  const sqm = areaOf(positions)
  return (
    <output className="map-result">
      {mode === 'length' &&
        say({ zh: `距离 ${metres(lengthM(positions))} 米`, en: `Distance ${metres(lengthM(positions))} m` })}
      {mode !== 'length' &&
        say({
          zh: `面积 ${metres(sqm)} 平方米，合 ${muFromSqm(sqm)} 亩`,
          en: `Area ${metres(sqm)} m², ${muFromSqm(sqm)} mu`,
        })}
    </output>
  )
}
