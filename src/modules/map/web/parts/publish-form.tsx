import { Button, Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { listPublications, type Publication, publishLayer } from '../../contract/publication.ts'
import type { LayerView } from '../../contract.ts'

export const audienceLabels = {
  public: { zh: '公开（概化，只含公开字段）', en: 'Everybody (coarsened, open fields alone)' },
  inside: { zh: '仅本系统账号', en: 'Accounts of this system' },
} as const
const audiences = ['public', 'inside'] as const
const usual = 20

/** A layer goes out under its review number. */
export function PublishForm({ layers }: { readonly layers: readonly LayerView[] }) {
  const say = useText()
  const id = useId()
  const [layer, setLayer] = useState('')
  const [audience, setAudience] = useState<Publication['audience']>('public')
  const [reviewNumber, setReviewNumber] = useState('')
  const [reviewedOn, setReviewedOn] = useState(legalDayOf(new Date()))
  const [tolerance, setTolerance] = useState<number | null>(usual)
  const act = useAct(publishLayer, { stale: [listPublications.name], onDone: () => setReviewNumber('') })
  const known = layers.some(({ key }) => key === layer)
  const ready =
    known && reviewNumber.trim().length > 3 && reviewedOn !== '' && (audience === 'inside' || tolerance !== null)
  const publish = () => {
    const toleranceM = audience === 'inside' ? 0 : (tolerance ?? usual)
    act.mutate({ layer, audience, reviewNumber: reviewNumber.trim(), reviewedOn, toleranceM })
  }
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) publish()
      }}
    >
      <h2>{say({ zh: '发布一个图层', en: 'Publish a layer' })}</h2>
      <div className="field">
        <label htmlFor={`${id}-layer`}>{say({ zh: '图层', en: 'Layer' })}</label>
        <select id={`${id}-layer`} value={known ? layer : ''} onChange={(event) => setLayer(event.target.value)}>
          <option value="">{say({ zh: '请选择', en: 'Choose' })}</option>
          {layers.map(({ key, label }) => (
            <option key={key} value={key}>
              {say(label)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-audience`}>{say({ zh: '给谁', en: 'For whom' })}</label>
        <select
          id={`${id}-audience`}
          value={audience}
          onChange={(event) => setAudience(event.target.value === 'inside' ? 'inside' : 'public')}
        >
          {audiences.map((one) => (
            <option key={one} value={one}>
              {say(audienceLabels[one])}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-number`}>{say({ zh: '审图号', en: 'Review number' })}</label>
        <Input
          id={`${id}-number`}
          maxLength={100}
          value={reviewNumber}
          onChange={(event) => setReviewNumber(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-on`}>{say({ zh: '审图日期', en: 'Reviewed on' })}</label>
        <input
          id={`${id}-on`}
          type="date"
          className="text-input"
          value={reviewedOn}
          onChange={(event) => setReviewedOn(event.target.value)}
        />
      </div>
      {audience === 'public' && (
        <div className="field">
          <label htmlFor={`${id}-tolerance`}>{say({ zh: '图形概化（米）', en: 'Coarsened by (m)' })}</label>
          <InputNumber id={`${id}-tolerance`} min={1} max={1000} value={tolerance} onChange={setTolerance} />
        </div>
      )}
      <Refusal error={act.error} />
      <Button type="primary" htmlType="submit" disabled={!ready} loading={act.isPending}>
        {say({ zh: '发布', en: 'Publish' })}
      </Button>
    </form>
  )
}
