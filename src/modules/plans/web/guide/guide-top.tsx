import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { useZones } from '../../../zones/web/panels.tsx'
import { exampleCodes, exampleName } from './questions.ts'
import { localToday } from './today.ts'
import { donePage, type GuideState, zonePage } from './use-guide.ts'

const isPhone = () => matchMedia('(max-width: 52rem)').matches

/** What holds for all answers: zone, start day, and ways to fill in, keep or drop everything. */
export function GuideTop({ state }: { readonly state: GuideState }) {
  const say = useText()
  const { address, change, open } = state
  const zone = useZones().find((candidate) => candidate.code === address.zone)
  return (
    <details className="settings" open={!isPhone()}>
      <summary>{say({ zh: '开发区、开始日期、示例', en: 'Zone, start day, examples' })}</summary>
      <div className="guide-top">
        <div className="guide-top-field">
          <span className="soft">{say({ zh: '开发区', en: 'Zone' })}</span>
          <span>
            <strong>{zone === undefined ? say({ zh: '还没选', en: 'not chosen yet' }) : say(zone.name)}</strong>{' '}
            <Button type="link" size="small" onClick={() => open(zonePage)}>
              {say({ zh: '选择开发区', en: 'Choose zone' })}
            </Button>
          </span>
        </div>
        <div className="guide-top-field">
          <label htmlFor="start">{say({ zh: '从哪天开始', en: 'Start on' })}</label>
          <input
            className="text-input"
            id="start"
            type="date"
            min="2000-01-01"
            max="2100-12-31"
            value={address.start ?? localToday()}
            onChange={(event) => event.target.value !== '' && change({ start: event.target.value })}
          />
        </div>
        <Example state={state} />
        <KeepLink />
      </div>
    </details>
  )
}

function Example({ state }: { readonly state: GuideState }) {
  const say = useText()
  const fill = async (code: string) => {
    const { default: projects } = await import('../../../../../data/catalogue/projects.json')
    const facts: FactValues | undefined = projects.find((project) => project.code === code)?.facts
    if (facts !== undefined) state.open(donePage, { facts })
  }
  return (
    <div className="guide-top-field">
      <label htmlFor="example">{say({ zh: '用示例项目试一下', en: 'Try an example project' })}</label>
      <select id="example" value="" onChange={(event) => void fill(event.target.value)}>
        <option value="">{say({ zh: '选一个示例……', en: 'Choose an example…' })}</option>
        {exampleCodes.map((code) => (
          <option key={code} value={code}>
            {say(exampleName(code))}
          </option>
        ))}
      </select>
    </div>
  )
}

function KeepLink() {
  const say = useText()
  const [said, setSaid] = useState('')
  const copied = { zh: '已复制。打开这个链接就能接着填。', en: 'Copied. Open the link to go on from here.' }
  const byHand = { zh: '请复制浏览器地址栏里的网址。', en: "Please copy the address from the browser's address bar." }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      setSaid(say(copied))
    } catch {
      setSaid(say(byHand))
    }
  }
  return (
    <div className="guide-top-field">
      <span className="soft">{say({ zh: '答案都存在网址里', en: 'Your answers are kept in the address' })}</span>
      <span>
        <Button onClick={() => void copy()}>
          {say({ zh: '复制链接，以后接着填', en: 'Copy the link to go on later' })}
        </Button>
        <span role="status" className="small">
          {' '}
          {said}
        </span>
      </span>
    </div>
  )
}
