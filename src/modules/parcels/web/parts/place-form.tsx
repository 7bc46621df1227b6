import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { RefPicker } from '../../../../web/kit/records/inputs/ref-picker.tsx'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { placeOnParcel } from '../../contract/placement.ts'
import { stale } from './use-parcels.ts'

/** Which parcel, and why. */
export function PlaceForm({ project, moved }: { readonly project: string; readonly moved: boolean }) {
  const say = useText()
  const id = useId()
  const [parcel, setParcel] = useState('')
  const [reason, setReason] = useState('')
  const act = useAct(placeOnParcel, { stale, onDone: () => setReason('') })
  const ready = parcel !== '' && reason.trim() !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) act.mutate({ id: project, parcel, reason: reason.trim() })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-parcel`}>{say({ zh: '地块', en: 'Parcel' })}</label>
        <RefPicker id={`${id}-parcel`} to="parcels.parcel" value={parcel} onChange={setParcel} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-reason`}>
          {say({ zh: '依据（会议纪要、选址意见）', en: 'On what ground (minutes, siting opinion)' })}
        </label>
        <Input id={`${id}-reason`} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
          {say(
            moved
              ? { zh: '改到这个地块', en: 'Move to this parcel' }
              : { zh: '落到这个地块', en: 'Place on this parcel' },
          )}
        </Button>
      </div>
    </form>
  )
}
