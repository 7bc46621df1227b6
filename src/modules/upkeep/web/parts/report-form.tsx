import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { OutputOf } from '../../../../kernel/endpoint.ts'
import { uploadFile } from '../../../../platform/files/contract.ts'
import { upload } from '../../../../web/client.ts'
import { newKey } from '../../../../web/kit/new-key.ts'
import { CameraButton } from '../../../../web/kit/queue/camera-button.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { type FaultKind, faultKinds, kinds, type Urgency, urgencies, urgencyLabels } from '../../contract/words.ts'
import { type readUpkeep, reportFault } from '../../contract.ts'
import { PlacePicker } from './place-picker.tsx'
import { stale } from './use-upkeep.ts'

interface ReportFormProps {
  readonly places: OutputOf<typeof readUpkeep>['places']
  readonly onDone: () => void
}

/** For a phone: where, what, how soon, a picture. */
export function ReportForm({ places, onDone }: ReportFormProps) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const [where, setWhere] = useState({ building: places[0]?.building.id ?? '', unit: places[0]?.units[0]?.id ?? null })
  const [title, setTitle] = useState('')
  const [spot, setSpot] = useState('')
  const [kind, setKind] = useState<FaultKind>('power')
  const [urgency, setUrgency] = useState<Urgency>('normal')
  const [pictures, setPictures] = useState<readonly { readonly id: string; readonly name: string }[]>([])
  const act = useAct(reportFault, { stale, onDone })
  const send = useMutation({
    mutationFn: ({ blob, name }: { readonly blob: Blob; readonly name: string }) =>
      upload(uploadFile, { zone: zone.code }, { file: new File([blob], name, { type: blob.type }), key: newKey() }),
    onSuccess: (file) => setPictures((all) => [...all, file]),
  })
  const ready = title.trim() !== '' && where.building !== '' && !send.isPending
  return (
    <form
      className="card fault-report"
      onSubmit={(event) => {
        event.preventDefault()
        if (!ready || act.isPending) return
        const place = spot.trim() === '' ? null : spot.trim()
        act.mutate({ ...where, place, title: title.trim(), kind, urgency, files: pictures.map((one) => one.id) })
      }}
    >
      <h2>{say({ zh: '报修', en: 'Report a fault' })}</h2>
      <div className="field">
        <label htmlFor={`${id}-title`}>{say({ zh: '什么坏了', en: 'What is broken' })}</label>
        <Input id={`${id}-title`} maxLength={150} value={title} onChange={(event) => setTitle(event.target.value)} />
      </div>
      <PlacePicker places={places} value={where} onChange={setWhere} />
      <div className="field">
        <label htmlFor={`${id}-spot`}>{say({ zh: '具体位置（可不填）', en: 'Where in it (may be left out)' })}</label>
        <Input id={`${id}-spot`} maxLength={100} value={spot} onChange={(event) => setSpot(event.target.value)} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-kind`}>{say({ zh: '类别', en: 'Kind' })}</label>
        <select
          id={`${id}-kind`}
          value={kind}
          onChange={(event) => setKind(kinds.find((known) => known === event.target.value) ?? 'other')}
        >
          {kinds.map((known) => (
            <option key={known} value={known}>
              {say(faultKinds[known])}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="fault-urgency">
        <legend>{say({ zh: '紧急程度', en: 'How soon' })}</legend>
        {urgencies.map((known) => (
          <button key={known} type="button" aria-pressed={urgency === known} onClick={() => setUrgency(known)}>
            {say(urgencyLabels[known])}
          </button>
        ))}
      </fieldset>
      <p>
        <CameraButton name={say({ zh: '故障部位', en: 'the fault' })} onPicture={(picture) => send.mutate(picture)} />{' '}
        <span className="small" role="status">
          {pictures.map(({ name }) => `✓ ${name}`).join(' ')}
        </span>
      </p>
      <Refusal error={act.error ?? send.error} />
      <div className="form-actions">
        <Button type="primary" size="large" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say({ zh: '提交报修', en: 'Report it' })}
        </Button>
        <Button size="large" onClick={onDone}>
          {say({ zh: '取消', en: 'Cancel' })}
        </Button>
      </div>
    </form>
  )
}
