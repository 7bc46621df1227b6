import { Button } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { RuleForm } from './rule-form.tsx'
import { TouchedCaseLine } from './touched-case.tsx'
import { TouchedProjectCard } from './touched-project.tsx'
import { type Rule, useTouched } from './use-moves.ts'
import '../parts/replans.css'

const title = { zh: '新目录影响', en: 'What the new catalogue touches' }

/** Running projects and cases that still go by an older catalogue: what would move, and moving them one by one or by a rule. */
export function MovesPage() {
  const say = useText()
  useTitle(title)
  const [rule, setRule] = useState<Rule>({ rule: '', beforeStage: '' })
  const pages = useTouched(rule)
  const [first] = pages.data?.pages ?? []
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p>
        {say({
          zh: '发布新版目录不会自动改动在办的项目和办件：它们继续按原来固定的版本办理，直到在这里改按新版。',
          en: 'Publishing a catalogue moves nothing by itself: projects and cases stay with the version they are pinned to, until they are moved here.',
        })}
      </p>
      {first !== undefined && (
        <p>
          {say({ zh: '现行目录：', en: 'In force: ' })}
          <strong>{say(labelOfMixed(first.to.title))}</strong>{' '}
          <span className="soft">
            {say(labelOfMixed(first.to.asOf))} · <code>{first.to.digest.slice(0, 12)}</code>
          </span>
        </p>
      )}
      <RuleForm rule={rule} to={first?.to.id ?? null} total={first?.total ?? 0} onLook={setRule} />
      {pages.error !== null && <Failure error={pages.error} onRetry={() => pages.refetch()} />}
      {first === undefined && pages.error === null && <Opening />}
      {first !== undefined && (
        <>
          <h2>{say({ zh: `仍按旧版的项目 ${first.total} 个`, en: `Projects on an older version: ${first.total}` })}</h2>
          {first.total === 0 && (
            <p className="card" role="status">
              {say({
                zh: '○ 在推进的项目都按现行目录。发布新版后，受影响的项目和会移动的日期会列在这里。',
                en: '○ All running projects go by the catalogue in force. After a new one is published, what it touches is listed here.',
              })}
            </p>
          )}
          {pages.data?.pages
            .flatMap(({ projects }) => projects)
            .map((project) => (
              <TouchedProjectCard key={`${project.id}/${project.version}`} project={project} to={first.to.id} />
            ))}
          {pages.hasNextPage && (
            <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
              {say({ zh: '更多项目', en: 'More projects' })}
            </Button>
          )}
          <h2>
            {say({
              zh: `仍按旧版的在办办件 ${first.cases.length} 件`,
              en: `Cases on an older version: ${first.cases.length}`,
            })}
          </h2>
          <ul className="plain-list">
            {first.cases.map((one) => (
              <li key={`${one.id}/${one.version}`}>
                <TouchedCaseLine touched={one} to={first.to.id} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
