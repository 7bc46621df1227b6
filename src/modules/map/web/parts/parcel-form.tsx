import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import type { Position } from '../../../../kernel/geometry/shape.ts'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Problem } from '../../../../kernel/problem.ts'
import { queryOf } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { drawShape, getGround } from '../../../parcels/contract/shape.ts'
import { readLayer } from '../../contract.ts'
import { shapeFrom } from '../../domain/sketch.ts'

interface ParcelFormProps {
  readonly id: string
  readonly name: string
  readonly positions: readonly Position[]
  readonly onDone: () => void
}

/** The drawn shape becomes that of a parcel, from a day on: the server says whether it is good, and what it asks about. */
export function ParcelForm({ id, name, positions, onDone }: ParcelFormProps) {
  const say = useText()
  const form = useId()
  const { zone } = useMember()
  const { data: ground, error } = useQuery({ ...queryOf(getGround, { zone: zone.code, id }), staleTime: 0 })
  const [source, setSource] = useState('')
  const [from, setFrom] = useState(legalDayOf(new Date()))
  const [sure, setSure] = useState(false)
  const act = useAct(drawShape, { stale: [getGround.name, readLayer.name], onDone })
  const shape = shapeFrom(positions)
  const ready = shape !== null && ground !== undefined && source.trim() !== '' && from !== ''
  const asked = act.error instanceof Problem
  const save = () => {
    if (shape === null || ground === undefined) return
    const shared = {
      id,
      version: ground.version,
      shape,
      datum: 'cgcs2000' as const,
      source: source.trim(),
      validFrom: from,
    }
    act.mutate(sure ? { ...shared, accept: ['overlap'] } : shared)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) save()
      }}
    >
      <h3>{say({ zh: `作为“${name}”的新图形`, en: `As the new shape of ${name}` })}</h3>
      <div className="field">
        <label htmlFor={`${form}-source`}>
          {say({ zh: '图形来源（测绘报告、批文）', en: 'Source (survey report, approval)' })}
        </label>
        <Input
          id={`${form}-source`}
          maxLength={300}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${form}-from`}>{say({ zh: '自哪天起', en: 'From' })}</label>
        <input
          id={`${form}-from`}
          type="date"
          className="text-input"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </div>
      <Refusal error={error ?? act.error} />
      {asked && (
        <Checkbox checked={sure} onChange={(event) => setSure(event.target.checked)}>
          {say({ zh: '与相邻地块的重叠我已核对，仍要保存', en: 'I have looked at the overlap and save all the same' })}
        </Checkbox>
      )}
      <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
        {say({ zh: '保存图形', en: 'Save the shape' })}
      </Button>
    </form>
  )
}
