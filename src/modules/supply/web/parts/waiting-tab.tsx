import { Button } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { demand } from '../../contract/demand.ts'
import type { DemandVerb, Waiting } from '../../contract/waiting.ts'
import { criterionLabels } from '../../contract/words.ts'
import { DemandForm } from './demand-form.tsx'
import { MovesList } from './moves-list.tsx'
import { Mu } from './mu.tsx'
import { useWaitingList } from './use-supply.ts'
import './supply.css'

/** Who waits for land, in which place and why; and who moved by the last decisions. */
export function WaitingTab() {
  const say = useText()
  const kind = useKindNamed(demand.name)
  const { data, error, refetch } = useWaitingList()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <>
      <p>
        {say({
          zh: `${data.year} 年计划中还没有安排的土地：`,
          en: `Land of the ${data.year} plan that nobody has yet: `,
        })}
        <Mu sqm={data.availableSqm} />
      </p>
      <Rule weights={data.weights} />
      {data.lines.length === 0 ? (
        <p className="card" role="status">
          {say({
            zh: '没有排队的用地需求。在下面登记一项，名次会按上面的规则排出。',
            en: 'Nobody waits. Enter a demand below: its place follows from the rule above.',
          })}
        </p>
      ) : (
        <Lines waiting={data} />
      )}
      {data.deferred.map((one) => (
        <Deferred key={one.id} one={one} waiting={data} />
      ))}
      <MovesList acts={data.acts} />
      {kind !== undefined && (
        <section>
          <h2>{say(demand.labels.many)}</h2>
          <RecordList kind={kind} columns={['title', 'projectId', 'areaSqm', 'keyLevel', 'appliedOn', 'state']} />
        </section>
      )}
    </>
  )
}

function Rule({ weights }: Pick<Waiting, 'weights'>) {
  const say = useText()
  const source = [...new Set(weights.map((one) => one.source))].join('；')
  return (
    <details className="card">
      <summary>
        {say({ zh: '排队规则：', en: 'The rule: ' })}
        {weights.map(({ criterion, points }) => `${say(criterionLabels[criterion])} ${points}`).join(' · ')}
      </summary>
      <ul>
        {weights.map(({ criterion, points, zeroAt, fullAt }) => (
          <li key={criterion}>
            {say({
              zh: `${criterionLabels[criterion].zh}：从 ${zeroAt} 得 0 分，到 ${fullAt} 得 ${points} 分，中间按比例。`,
              en: `${criterionLabels[criterion].en}: 0 points at ${zeroAt}, ${points} at ${fullAt}, in proportion between.`,
            })}
          </li>
        ))}
      </ul>
      <p className="soft">
        {say({
          zh: `同分按申请日期；没有填写的条件不得分，填写后重新排。面积放不下的顺延给后面放得下的。依据：${source}`,
          en: `Equal points go by the day of application; what is not entered earns none until it is. Source: ${source}`,
        })}
      </p>
    </details>
  )
}

function Lines({ waiting }: { readonly waiting: Waiting }) {
  const say = useText()
  const { may } = useMember()
  const [open, setOpen] = useState<{ id: string; verb: DemandVerb } | null>(null)
  const chosen = waiting.lines.find(({ id }) => id === open?.id)
  return (
    <>
      <PlainTable
        caption={{ zh: '排队名次', en: 'Waiting list' }}
        rows={waiting.lines}
        keyOf={({ id }) => id}
        columns={[
          { label: { zh: '名次', en: 'Rank' }, cell: ({ rank, title }) => `${rank}. ${title}` },
          { label: { zh: '需要', en: 'Wants' }, cell: ({ areaSqm }) => <Mu sqm={areaSqm} /> },
          { label: { zh: '得分', en: 'Points' }, cell: ({ points }) => <span className="number">{points}</span> },
          { label: { zh: '理由', en: 'Reasons' }, cell: ({ reasons }) => <Reasons reasons={reasons} /> },
          {
            label: { zh: '保障', en: 'Reached' },
            cell: ({ reached, leftSqm }) =>
              reached ? (
                <span className="supply-good">✓ {say({ zh: '计划内可保障', en: 'within the plan' })}</span>
              ) : (
                <span className="supply-warn">
                  ◆ {say({ zh: '候补，轮到时只剩 ', en: 'next, left at its turn: ' })}
                  <Mu sqm={leftSqm} />
                </span>
              ),
          },
          ...(may('supply.decide')
            ? [
                {
                  label: { zh: '决定', en: 'Decide' },
                  cell: ({ id }: { id: string }) => (
                    <span className="supply-acts">
                      <Button size="small" onClick={() => setOpen({ id, verb: 'allocate' })}>
                        {say({ zh: '安排地块', en: 'Allocate' })}
                      </Button>
                      <Button size="small" onClick={() => setOpen({ id, verb: 'defer' })}>
                        {say({ zh: '暂缓', en: 'Defer' })}
                      </Button>
                      <Button size="small" onClick={() => setOpen({ id, verb: 'drop' })}>
                        {say({ zh: '退出', en: 'Drop' })}
                      </Button>
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      {open !== null && chosen !== undefined && (
        <DemandForm
          key={`${open.id}${open.verb}`}
          {...{ demand: chosen, verb: open.verb, parcels: waiting.parcels }}
          onDone={() => setOpen(null)}
        />
      )}
    </>
  )
}

function Reasons({ reasons }: Pick<Waiting['lines'][number], 'reasons'>) {
  const say = useText()
  return (
    <ul className="plain-list small">
      {reasons.map(({ criterion, value, points, of }) => (
        <li key={criterion}>
          {say(criterionLabels[criterion])}{' '}
          {value === null ? (
            <em>{say({ zh: '未填写', en: 'not entered' })}</em>
          ) : (
            <span className="number">
              {points}/{of}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Deferred({ one, waiting }: { readonly one: Waiting['deferred'][number]; readonly waiting: Waiting }) {
  const say = useText()
  const { may } = useMember()
  const [open, setOpen] = useState(false)
  return (
    <div className="card">
      {say({ zh: '暂缓：', en: 'Deferred: ' })}
      {one.title} <Mu sqm={one.areaSqm} />{' '}
      {may('supply.decide') && !open && (
        <Button size="small" onClick={() => setOpen(true)}>
          {say({ zh: '恢复排队', en: 'Take up again' })}
        </Button>
      )}
      {open && <DemandForm demand={one} verb="resume" parcels={waiting.parcels} onDone={() => setOpen(false)} />}
    </div>
  )
}
