import { useText } from '../../../../web/text.tsx'
import type { CaseSummary, LimitLight } from '../../contract/case.ts'
import { lightMarks } from '../../contract/clock.ts'
import { lightWords } from './labels.ts'

/** The statutory and the promised limit apart: what is late by the promise may still be within the law. */
export function LimitMarks({ limits }: Pick<CaseSummary, 'limits'>) {
  const { statutory, promised } = limits
  if (statutory === null && promised === null) return null
  return (
    <span className="limit-marks small">
      {statutory !== null && <LimitMark name={{ zh: '法定', en: 'Law' }} limit={statutory} />}
      {promised !== null && <LimitMark name={{ zh: '承诺', en: 'Promise' }} limit={promised} />}
    </span>
  )
}

function LimitMark({ name, limit }: { readonly name: { zh: string; en: string }; readonly limit: LimitLight }) {
  const say = useText()
  const { colour, late, left } = limit
  const days = late > 0 ? { zh: `超 ${late} 天`, en: `${late} late` } : { zh: `余 ${left} 天`, en: `${left} left` }
  return (
    <span className={`limit-mark light-${colour}`}>
      {say(name)}{' '}
      <span className="light-mark">
        <span aria-hidden="true">{lightMarks[colour]}</span> {say(lightWords[colour])}
      </span>{' '}
      <span className="soft number">{say(days)}</span>
    </span>
  )
}
