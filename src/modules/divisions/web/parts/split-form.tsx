import { Button } from 'antd'
import { useState } from 'react'
import type { Position } from '../../../../kernel/geometry/shape.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useText } from '../../../../web/text.tsx'
import { type Division, splitParcel } from '../../contract.ts'
import { type Line, partsBy, shareOut } from '../../domain/parts.ts'
import { CutSketch } from './cut-sketch.tsx'
import { DecidedFields, isDecided, undecided } from './decided-fields.tsx'
import { LineFields } from './line-fields.tsx'
import { type PartRow, PartTable } from './part-table.tsx'
import { useDivide } from './use-divide.ts'

/** Lines across the outline make the parts; codes and areas are offered and may be corrected. */
export function SplitForm({ division }: { readonly division: Division }) {
  const say = useText()
  const { id, version, shape } = division
  const [lines, setLines] = useState<readonly Line[]>([])
  const [points, setPoints] = useState<readonly Position[]>([])
  const [typed, setTyped] = useState<readonly Partial<PartRow>[]>([])
  const [decided, setDecided] = useState(undecided)
  const act = useDivide(splitParcel)
  const shapes = shape === null ? [] : partsBy(shape, lines)
  const areas = shapes.length === 0 ? [] : shareOut(division.registeredSqm, shapes)
  const count = shape === null ? Math.max(2, typed.length) : shapes.length
  const parts = Array.from({ length: count }, (_, i) => ({
    ...{ code: `${division.code}-${i + 1}`, name: `${division.name} ${i + 1}` },
    ...{ registeredAreaSqm: areas[i] === undefined ? '' : String(areas[i]), ...typed[i] },
  }))
  const correct = (at: number, change: Partial<PartRow>) =>
    setTyped(parts.map((part, i) => (i === at ? { ...part, ...change } : { ...typed[i] })))
  const cut = (line: Line) => {
    setLines([...lines, line])
    setPoints([])
    setTyped([])
  }
  const filled = parts.every(
    ({ code, name, registeredAreaSqm }) => code.trim() !== '' && name.trim() !== '' && Number(registeredAreaSqm) > 0,
  )
  const ready = parts.length > 1 && filled && isDecided(decided)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready) return
        const children = parts.map(({ code, name, registeredAreaSqm }, i) => ({
          ...{ code: code.trim(), name: name.trim(), registeredAreaSqm: Number(registeredAreaSqm) },
          shape: shapes[i] ?? null,
        }))
        act.mutate({ id, version, children, ...decided })
      }}
    >
      {shape === null ? (
        <p>
          {say({
            zh: '这块地还没有图形，只按面积分割。',
            en: 'The parcel is not drawn: it is split by areas alone.',
          })}
        </p>
      ) : (
        <>
          <CutSketch {...{ shape, parts: shapes, points, onPoint: (at) => setPoints([...points, at].slice(-2)) }} />
          <LineFields {...{ points, onPoints: setPoints, onCut: cut }} />
        </>
      )}
      {lines.length > 0 && (
        <Button
          onClick={() => {
            setLines(lines.slice(0, -1))
            setTyped([])
          }}
        >
          {say({ zh: '撤回上一条线', en: 'Take the last line back' })}
        </Button>
      )}
      {parts.length > 1 && <PartTable parts={parts} onCorrect={correct} />}
      {parts.length > 1 && <DecidedFields decided={decided} onChange={setDecided} />}
      <Refusal error={act.error} />
      {parts.length > 1 && (
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: `分割成 ${parts.length} 块`, en: `Split into ${parts.length}` })}
        </Button>
      )}
    </form>
  )
}
