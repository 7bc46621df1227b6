import { useId, useState } from 'react'
import type { Endpoint } from '../../../../kernel/endpoint.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { type DemandVerb, demandDoors, type Waiting } from '../../contract/waiting.ts'
import { stale } from './use-supply.ts'

interface Props {
  readonly demand: { readonly id: string; readonly version: number; readonly title: string }
  readonly verb: DemandVerb
  readonly parcels: Waiting['parcels']
  readonly onDone: () => void
}

interface Deciding {
  readonly zone: string
  readonly id: string
  readonly version: number
  readonly reason: string
  readonly parcel?: string
}

/** A decision on one demand, with its reason; a parcel where land is allocated. */
export function DemandForm({ demand, verb, parcels, onDone }: Props) {
  const say = useText()
  const id = useId()
  const [parcel, setParcel] = useState('')
  const act = useAct(demandDoors[verb] as unknown as Endpoint<Deciding, Waiting>, { stale, onDone })
  const { summary } = demandDoors[verb]
  return (
    <WordsForm
      act={{ zh: `${summary.zh}：${demand.title}`, en: `${summary.en}: ${demand.title}` }}
      label={{ zh: '理由', en: 'Reason' }}
      {...{ pending: act.isPending, error: act.error, ready: verb !== 'allocate' || parcel !== '', onCancel: onDone }}
      onSubmit={(reason) =>
        act.mutate({ id: demand.id, version: demand.version, reason, ...(verb === 'allocate' && { parcel }) })
      }
    >
      {verb === 'allocate' && (
        <div className="field">
          <label htmlFor={id}>
            {say({ zh: '地块（本年度计划中未安排的）', en: "Parcel (free ones of the year's plan)" })}
          </label>
          <select id={id} className="text-input" value={parcel} onChange={(event) => setParcel(event.target.value)}>
            <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
            {parcels.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
    </WordsForm>
  )
}
