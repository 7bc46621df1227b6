import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Choice } from '../../../../web/kit/choice.tsx'
import { formatNumber } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { usePreferences } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import { yieldGrades, yieldGroupNames, yieldGroups } from '../../contract/measures.ts'
import type { YieldResult } from '../../contract.ts'
import { ResultParts } from './result-parts.tsx'

/** Results, the best first within each group; narrowed to a grade. */
export function ResultsTable({ results }: { readonly results: readonly YieldResult[] }) {
  const say = useText()
  const { zone } = useMember()
  const { language } = usePreferences()
  const [grade, setGrade] = useState<string>('all')
  const count = (of: string) => results.filter((one) => one.grade === of).length
  const shown = results
    .filter((one) => grade === 'all' || (grade === 'none' ? one.grade === null : one.grade === grade))
    .toSorted((a, b) => placeOf(a) - placeOf(b) || (b.score ?? -1) - (a.score ?? -1))
  return (
    <>
      <Choice
        label={say({ zh: '等级', en: 'Grade' })}
        value={grade}
        options={[
          { value: 'all', label: say({ zh: `全部 ${results.length}`, en: `All ${results.length}` }) },
          ...yieldGrades.map((one) => ({ value: one, label: `${one} ${count(one)}` })),
          {
            value: 'none',
            label: say({
              zh: `未评 ${results.filter((one) => one.grade === null).length}`,
              en: `None ${results.filter((one) => one.grade === null).length}`,
            }),
          },
        ]}
        onChange={setGrade}
      />
      <PlainTable<YieldResult>
        caption={{ zh: '评价结果', en: 'Results' }}
        rows={shown}
        keyOf={({ enterprise, edition }) => `${enterprise.id}/${edition}`}
        columns={[
          {
            label: { zh: '企业', en: 'Enterprise' },
            cell: ({ enterprise }) => (
              <Link to="/enterprise" search={{ zone: zone.code, id: enterprise.id, part: 'yields' }}>
                {enterprise.name}
              </Link>
            ),
          },
          {
            label: { zh: '等级', en: 'Grade' },
            cell: ({ grade: own }) => <span className={own === null ? '' : 'yield-grade'}>{own ?? '—'}</span>,
          },
          {
            label: { zh: '得分', en: 'Score' },
            cell: ({ score }) => <span className="number">{score === null ? '—' : formatNumber(score, language)}</span>,
          },
          {
            label: { zh: '组内名次', en: 'Rank in group' },
            cell: ({ group, rank }) => (
              <span>
                <span className="number">{rank ?? '—'}</span>{' '}
                {group !== null && <span className="soft small">{say(yieldGroups[group])}</span>}
              </span>
            ),
          },
          { label: { zh: '怎么来的', en: 'Why' }, cell: (result) => <ResultParts result={result} /> },
        ]}
      />
    </>
  )
}

/** Groups in their order, then who has no score. */
function placeOf({ group, score }: YieldResult): number {
  return group === null || score === null ? yieldGroupNames.length : yieldGroupNames.indexOf(group)
}
