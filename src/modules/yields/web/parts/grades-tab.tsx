import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatNumber } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { usePreferences } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import { yieldGradeLabels } from '../../contract/measures.ts'
import { roundStates } from '../../contract.ts'
import { ResultParts } from './result-parts.tsx'
import { useGrades } from './use-yields.ts'
import './yields.css'

/** Grades of one enterprise over the years, with every correction. */
export function GradesTab({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone } = useMember()
  const { language } = usePreferences()
  const { data, error, refetch } = useGrades(enterprise)
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.grades.length === 0) {
    return (
      <p className="card empty-state">
        {say({
          zh: '还没有公示过的亩均评价结果。公示后，得分、等级、怎么算出来的都列在这里。',
          en: 'No per-mu result has been published. Score, grade and how they came about will stand here.',
        })}
      </p>
    )
  }
  return data.grades.map(({ round, results }) => (
    <section key={round.id} className="card yields">
      <h2>
        <Link to="/yields" search={{ zone: zone.code, round: round.id }}>
          {say({ zh: `${round.year} 年度`, en: `Year ${round.year}` })}
        </Link>{' '}
        <span className="mark">{say(roundStates[round.state])}</span>
      </h2>
      {round.state === 'published' && (
        <p className="soft">
          {say({ zh: `异议期至 ${round.objectUntil}`, en: `Open to objection until ${round.objectUntil}` })}
        </p>
      )}
      {results.toReversed().map((result) => (
        <div key={result.edition}>
          <p>
            {result.grade !== null && <strong>{say(yieldGradeLabels[result.grade])}</strong>}{' '}
            {result.score !== null && (
              <span className="number">
                {say({
                  zh: `${formatNumber(result.score, language)} 分`,
                  en: `${formatNumber(result.score, language)} points`,
                })}
              </span>
            )}
          </p>
          <ResultParts result={result} />
        </div>
      ))}
    </section>
  ))
}
