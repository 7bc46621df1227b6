import type { ReactNode } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { useText } from '../../../../web/text.tsx'
import type { Limit, Matter } from '../../contract/catalogue.ts'
import { limitLabel } from '../../contract/labels.ts'
import { labelOfMixed } from '../../contract/mixed-text.ts'
import { Citations, ConfidenceMark } from '../panels.tsx'

/** How long it takes: preparation before filing, the limit by law, the promised one, and the minimum nobody may shorten. */
export function LimitsCard({ matter }: { readonly matter: Matter }) {
  const say = useText()
  const { statutory, committed, floor } = matter.handling
  const { normal, fast } = matter.preparation
  const days = (n: number) => limitLabel({ days: n, unit: 'workday' })
  return (
    <section className="card">
      <h2>{say({ zh: '要多久', en: 'How long it takes' })}</h2>
      <dl className="facts-list">
        {matter.durationFact === undefined && (
          <>
            <Line name={{ zh: '法定时限', en: 'Limit by law' }} limit={statutory}>
              {matter.handlingSource && <ConfidenceMark mark={matter.handlingSource.statutory} />}
            </Line>
            <Line name={{ zh: '承诺时限', en: 'Promised limit' }} limit={committed}>
              {matter.handlingSource && <ConfidenceMark mark={matter.handlingSource.committed} />}
            </Line>
          </>
        )}
        {floor !== undefined && <Line name={{ zh: '不得短于', en: 'Never less than' }} limit={floor} />}
        <dt>{say({ zh: '企业准备', en: 'Preparation' })}</dt>
        <dd>
          {normal === 0 && say({ zh: '不用专门准备', en: 'none needed' })}
          {normal > 0 &&
            say({
              zh: `一般 ${days(normal).zh}，提前准备好则 ${days(fast).zh}`,
              en: `usually ${days(normal).en}, ${days(fast).en} when well prepared`,
            })}
        </dd>
        {matter.validity !== undefined && <dt>{say({ zh: '有效期', en: 'Validity' })}</dt>}
        {matter.validity !== undefined && <dd>{say(labelOfMixed(matter.validity))}</dd>}
      </dl>
      {matter.floorBasis !== undefined && (
        <Citations citations={[{ ...matter.floorBasis, year: null, note: matter.floorBasis.note ?? null }]} />
      )}
      {matter.durationFact !== undefined && (
        <p className="soft">
          {say({
            zh: '时间长短由项目自己填写的工期决定。',
            en: 'It lasts as long as the time that the project itself states.',
          })}
        </p>
      )}
    </section>
  )
}

function Line({
  name,
  limit,
  children,
}: {
  readonly name: Label
  readonly limit: Limit
  readonly children?: ReactNode
}) {
  const say = useText()
  return (
    <>
      <dt>{say(name)}</dt>
      <dd>
        {say(limitLabel(limit))} {children}
      </dd>
    </>
  )
}
