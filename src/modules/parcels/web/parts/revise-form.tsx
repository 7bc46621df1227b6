import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { LabelledField } from '../../../../web/kit/labelled-field.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type LandKind, landKindLabels } from '../../contract/parcel.ts'
import { reviseParcel } from '../../contract/readiness.ts'
import { LabelledSelect } from './import/labelled.tsx'
import { stale } from './use-parcels.ts'

interface ReviseFormProps {
  readonly id: string
  readonly version: number
  readonly registeredSqm: number
  readonly landKind: LandKind
  readonly onDone: () => void
}

const converted = {
  same: { zh: '不变', en: 'As it is' },
  yes: { zh: '已完成', en: 'Done' },
  no: { zh: '未完成', en: 'Not done' },
} as const

/** What a parcel is by document: area of the register, kind of land, conversion. The shape has a form of its own. */
export function ReviseForm({ id, version, registeredSqm, landKind, onDone }: ReviseFormProps) {
  const say = useText()
  const form = useId()
  const [area, setArea] = useState(String(registeredSqm))
  const [kind, setKind] = useState(landKind)
  const [conversion, setConversion] = useState<keyof typeof converted>('same')
  const [document, setDocument] = useState('')
  const act = useAct(reviseParcel, { stale, onDone })
  const changed = Number(area) !== registeredSqm || kind !== landKind || conversion !== 'same'
  const ready = changed && Number(area) >= 1 && document.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready) return
        act.mutate({
          ...{ id, version, document: document.trim() },
          ...(Number(area) !== registeredSqm && { registeredAreaSqm: Number(area) }),
          ...(kind !== landKind && { landKind: kind }),
          ...(conversion !== 'same' && { converted: conversion === 'yes' }),
        })
      }}
    >
      <div className="field">
        <label htmlFor={`${form}-area`}>{say({ zh: '登记面积（m²）', en: 'Registered area (m²)' })}</label>
        <Input id={`${form}-area`} inputMode="decimal" value={area} onChange={(event) => setArea(event.target.value)} />
      </div>
      <LabelledSelect
        label={{ zh: '供地类型', en: 'Kind of land' }}
        options={landKindLabels}
        value={kind}
        onChange={setKind}
      />
      <LabelledSelect
        label={{ zh: '农转用和征收', en: 'Conversion and expropriation' }}
        options={converted}
        value={conversion}
        onChange={setConversion}
      />
      <LabelledField
        maxLength={300}
        label={{ zh: '依据文号', en: 'Document' }}
        value={document}
        onChange={setDocument}
      />
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '变更', en: 'Change' })}
        </Button>
        <Button onClick={onDone}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
