import { Button } from 'antd'
import { useState } from 'react'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { verbLabels, type WorkVerb } from '../../contract/words.ts'
import type { WorkView } from '../../contract/work-view.ts'
import { AllotForm } from './allot-form.tsx'
import { AssetForm } from './asset-form.tsx'
import { StepForm } from './step-form.tsx'

/** What may be decided about a work now. */
export function WorkActs({ work }: { readonly work: WorkView }) {
  const say = useText()
  const { may } = useMember()
  const [open, setOpen] = useState<WorkVerb | 'asset' | 'allot' | 'takeBack' | null>(null)
  const close = () => setOpen(null)
  const ended = work.state === 'completed' || work.state === 'operating'
  const asset = ended && work.asset === null && may('works.decide')
  const allot = may('works.allot') && !ended && work.state !== 'cancelled'
  if (open === 'asset') return <AssetForm work={work} onDone={close} />
  if (open === 'allot' || open === 'takeBack') return <AllotForm work={work} act={open} onDone={close} />
  if (open !== null) return <StepForm work={work} verb={open} onDone={close} />
  if (work.may.length === 0 && !asset && !allot) return null
  return (
    <div className="form-actions">
      {work.may.map((verb) => (
        <Button key={verb} onClick={() => setOpen(verb)}>
          {say(verbLabels[verb])}
        </Button>
      ))}
      {asset && <Button onClick={() => setOpen('asset')}>{say({ zh: '转为资产', en: 'Take into assets' })}</Button>}
      {allot && <Button onClick={() => setOpen('allot')}>{say({ zh: '安排专项债额度', en: 'Allot a bond' })}</Button>}
      {allot && work.sources.some(({ bondId }) => bondId !== null) && (
        <Button onClick={() => setOpen('takeBack')}>{say({ zh: '收回专项债额度', en: 'Take back a bond' })}</Button>
      )}
    </div>
  )
}
