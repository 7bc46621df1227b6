import { useQuery } from '@tanstack/react-query'
import type { Label } from '../../../../kernel/label.ts'
import { queryOf } from '../../../../web/client.ts'
import { useText } from '../../../../web/text.tsx'
import type { Comparison } from '../../contract/answers.ts'
import type { PlanRequest } from '../../contract/request.ts'
import { milestoneLabels, milestoneNames } from '../../contract/scenario.ts'
import { comparePlans } from '../../contract.ts'
import type { PlanNames } from '../../domain/lists/names.ts'
import { reasonText, shiftText, slippedBetween } from './difference-text.ts'
import type { OpeningProps } from './parts.ts'
import { isUnchanged } from './request.ts'

/** After every change: what it moved; and against the unchanged plan while any change stands. */
export function Difference({ state, names, onOpen }: OpeningProps) {
  const { last, request, unchanged } = state
  const open = { names, onOpen }
  const same = last !== null && unchanged !== null && isUnchanged(last.before, unchanged)
  return (
    <div aria-live="polite">
      {last && <Compared said={last.said} before={last.before} after={request} {...open} />}
      {unchanged && !same && (
        <Compared
          said={{ zh: '与未改动的方案相比', en: 'Against the unchanged plan' }}
          before={unchanged}
          after={request}
          {...open}
        />
      )}
    </div>
  )
}

interface ComparedProps {
  readonly said: Label
  readonly before: PlanRequest
  readonly after: PlanRequest
  readonly names: PlanNames
  readonly onOpen: (code: string) => void
}

function Compared({ said, before, after, names, onOpen }: ComparedProps) {
  const say = useText()
  const { data, isPlaceholderData } = useQuery(queryOf(comparePlans, { before, after }))
  if (!data) return null
  // What the step before had moved must not stand under the name of this one.
  if (isPlaceholderData) {
    return (
      <p className="notice difference">
        <strong>{say(said)}</strong>
        {say({ zh: '：正在比较……', en: ': comparing…' })}
      </p>
    )
  }
  const count = data.in.length + data.out.length + data.moved.length
  return (
    <details className="notice difference">
      <summary>
        <strong>{say(said)}</strong>
        {say({ zh: '：', en: ': ' })}
        <MilestoneShift comparison={data} />
        {say({ zh: `${count} 个事项有变化`, en: `${count} matters changed` })}
      </summary>
      <ul className="moved">
        {changesOf(data).map(({ code, what, why }) => (
          <li key={code}>
            <button type="button" className="link" onClick={() => onOpen(code)}>
              {say(names.matter(code))}
            </button>{' '}
            {say(what)}{' '}
            <span className="soft">
              {say(reasonText(slippedBetween(code, before, after) ? 'slipped' : why, names))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function changesOf(comparison: Comparison) {
  return [
    ...comparison.in.map(({ code, why }) => ({ code, why, what: { zh: '＋ 新增', en: '+ added' } })),
    ...comparison.out.map(({ code, why }) => ({ code, why, what: { zh: '－ 不再需要', en: '− dropped' } })),
    ...comparison.moved.map(({ code, why, days }) => ({ code, why, what: shiftText(days) })),
  ]
}

function MilestoneShift({ comparison }: { readonly comparison: Comparison }) {
  const say = useText()
  const { before, after } = comparison.milestones
  const shifts = milestoneNames.flatMap((name) => {
    const from = before[name]
    const to = after[name]
    if (from === to) return []
    const label = say(milestoneLabels[name])
    const days =
      from !== null && to !== null
        ? say({ zh: `（${shiftText(to - from).zh}）`, en: ` (${shiftText(to - from).en})` })
        : ''
    return [`${label} ${from ?? '—'} → ${to ?? '—'}${days}`]
  })
  if (shifts.length === 0) return <>{say({ zh: '四个节点都不变；', en: 'no milestone moves; ' })}</>
  return <>{`${shifts.join(say({ zh: '，', en: ', ' }))}${say({ zh: '；', en: '; ' })}`}</>
}
