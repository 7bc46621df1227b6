import { useQuery } from '@tanstack/react-query'
import type { Label } from '../../../../kernel/label.ts'
import { workdayCount } from '../../../../kernel/workday-count.ts'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Draft } from '../../contract/draft.ts'
import type { Effect } from '../../contract/verdicts.ts'
import { draftEffects } from '../../contract.ts'

const milestones = {
  contract: { zh: '土地合同', en: 'Land contract' },
  permit: { zh: '施工许可', en: 'Construction permit' },
  production: { zh: '投产', en: 'Production' },
} as const

/** Running projects and the examples whose plans the draft would move. */
export function EffectsTab({ draft }: { readonly draft: Draft }) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery({
    ...queryOf(draftEffects, { zone: zone.code, draft: draft.id }),
    staleTime: 0,
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <>
      <p>
        {say({
          zh: `算过本区在办项目 ${data.projects} 个和示例项目 3 个，已发生的不变；其中 ${data.effects.length} 个会变动。`,
          en: `${data.projects} running projects of the zone and 3 examples were planned again, what has happened fixed: ${data.effects.length} would move.`,
        })}
      </p>
      {data.truncated && (
        <p className="notice notice-warning">
          {say({ zh: '项目太多，只算了前 300 个。', en: 'There are too many projects: the first 300 were planned.' })}
        </p>
      )}
      <PlainTable
        caption={{ zh: '会变动的项目', en: 'Projects that would move' }}
        rows={data.effects}
        keyOf={(one) => one.id}
        columns={[
          { label: { zh: '项目', en: 'Project' }, cell: (one) => <Name effect={one} /> },
          ...(['contract', 'permit', 'production'] as const).map((name) => ({
            label: milestones[name],
            cell: (one: Effect) => <Moved effect={one} name={name} />,
          })),
          { label: { zh: '事项', en: 'Matters' }, cell: (one) => <Matters effect={one} /> },
        ]}
      />
    </>
  )
}

function Name({ effect }: { readonly effect: Effect }) {
  const say = useText()
  return (
    <>
      {effect.name} {effect.kind === 'example' && <span className="mark">{say({ zh: '示例', en: 'example' })}</span>}
    </>
  )
}

function Moved({ effect, name }: { readonly effect: Effect; readonly name: keyof typeof milestones }) {
  const say = useText()
  const days = effect.moved[name]
  const [before, after] = [effect.before[name], effect.after[name]]
  if (days === undefined) return after === null ? '—' : say({ zh: `${after} 不变`, en: `${after}, as before` })
  const words: Label =
    days < 0
      ? { zh: `早 ${-days} 个工作日`, en: `${workdayCount(-days)} earlier` }
      : { zh: `晚 ${days} 个工作日`, en: `${workdayCount(days)} later` }
  return (
    <>
      {before ?? '—'} → {after ?? '—'} <strong>{say(words)}</strong>
    </>
  )
}

function Matters({ effect }: { readonly effect: Effect }) {
  const say = useText()
  const joined = (labels: readonly Label[]) => labels.map(say).join(say({ zh: '、', en: ', ' }))
  const parts = [
    effect.in.length > 0 && say({ zh: `新增 ${joined(effect.in)}`, en: `in: ${joined(effect.in)}` }),
    effect.out.length > 0 && say({ zh: `不再办 ${joined(effect.out)}`, en: `out: ${joined(effect.out)}` }),
    effect.shifted > 0 && say({ zh: `${effect.shifted} 项日期变动`, en: `${effect.shifted} end on another day` }),
    effect.dropped.length > 0 &&
      say({ zh: `不再读取 ${effect.dropped.join('、')}`, en: `no longer reads ${effect.dropped.join(', ')}` }),
  ].filter((part) => part !== false)
  return parts.join(say({ zh: '；', en: '; ' }))
}
