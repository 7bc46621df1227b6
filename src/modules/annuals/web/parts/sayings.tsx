import { formatNumber } from '../../../../web/kit/format.ts'
import { usePreferences } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import { annualSources } from '../../contract/items.ts'
import type { AnnualSaying } from '../../contract.ts'

/** What each source says, the one that counts first. */
export function Sayings({ sayings }: { readonly sayings: readonly AnnualSaying[] }) {
  const say = useText()
  const { language } = usePreferences()
  return (
    <ul className="annuals-sayings">
      {sayings.map(({ id, source, value, basis, confidence, counts, sample }) => (
        <li key={id}>
          {counts ? say({ zh: '✓ ', en: '✓ ' }) : ''}
          {say(annualSources[source])} <span className="number">{formatNumber(value, language)}</span>{' '}
          <span className={`mark mark-${confidence}`}>{confidence}</span>{' '}
          {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
          {basis !== null && <span className="soft small"> {basis}</span>}
        </li>
      ))}
    </ul>
  )
}
