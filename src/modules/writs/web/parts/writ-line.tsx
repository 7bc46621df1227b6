import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import { writStateLabels } from '../../contract/kinds.ts'
import type { Writ } from '../../contract/writ.ts'
import { EndWrit } from './end-writ.tsx'
import { WritFiles } from './writ-files.tsx'
import { WritText } from './writ-text.tsx'

const steps = {
  void: { zh: '作废', en: 'Declare void' },
  reissue: { zh: '重新出具', en: 'Make anew' },
}

/** One writ: its number, whether it stands, its files, and what may be done. */
export function WritLine({ writ }: { readonly writ: Writ }) {
  const say = useText()
  const [open, setOpen] = useState<'text' | 'void' | 'reissue' | null>(null)
  const toggle = (key: 'text' | 'void' | 'reissue') => setOpen(open === key ? null : key)
  const { title, number, state, sample } = writ
  return (
    <>
      <p>
        <strong className={state === 'valid' ? '' : 'writ-ended'}>{say(title)}</strong>{' '}
        <span className={state === 'valid' ? 'number' : 'number writ-ended'}>{number}</span>{' '}
        <span className="mark">{say(writStateLabels[state])}</span>{' '}
        {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      <p className="small soft">
        {say({ zh: `${writ.madeOn} ${writ.issuer}`, en: `${writ.madeOn}, ${writ.issuer}` })}
        {writ.matter !== null && ` · ${writ.matter}`}
        {writ.replaces !== null &&
          say({ zh: ` · 替代 ${writ.replaces}`, en: ` · takes the place of ${writ.replaces}` })}
        {writ.replacedBy !== null &&
          say({ zh: ` · 由 ${writ.replacedBy} 替代`, en: ` · replaced by ${writ.replacedBy}` })}
        {writ.reason !== null && ` · ${writ.reason}`}
      </p>
      <div className="form-actions">
        <Button aria-expanded={open === 'text'} onClick={() => toggle('text')}>
          {say({ zh: '查看', en: 'Read' })}
          <span className="visually-hidden">：{number}</span>
        </Button>
        <WritFiles writ={writ} />
        {writ.steps.map((step) => (
          <Button key={step} aria-expanded={open === step} onClick={() => toggle(step)}>
            {say(steps[step])}
            <span className="visually-hidden">：{number}</span>
          </Button>
        ))}
      </div>
      {open === 'text' && <WritText id={writ.id} />}
      {(open === 'void' || open === 'reissue') && (
        <EndWrit key={open} writ={writ} step={open} label={steps[open]} onClose={() => setOpen(null)} />
      )}
    </>
  )
}
