import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { SideSheet } from '../../../../web/kit/side-sheet.tsx'
import { useText } from '../../../../web/text.tsx'
import type { PlannedMatter } from '../../contract/plan.ts'
import { isScheduled, mattersByCode } from '../../domain/lists/holds.ts'
import { stateOf } from '../../domain/lists/state.ts'
import { signed } from './gantt-texts.ts'
import type { OpeningProps } from './parts.ts'
import { slipText, useSlip } from './use-slip.ts'
import { WhyHolds } from './why-holds.tsx'
import { WhyLimits } from './why-limits.tsx'
import { WhyPapers } from './why-papers.tsx'
import { WhyVerdict } from './why-verdict.tsx'

interface Props extends OpeningProps {
  /** The matter shown; null = closed. */
  readonly code: string | null
  readonly phone: boolean
}

/** Why a matter is in the plan or not, what its dates hang on, and what it asks for. */
export function WhyDrawer(props: Props) {
  const say = useText()
  const { code, names, plan, onOpen, phone } = props
  const matter = code === null ? undefined : mattersByCode(plan).get(code)
  if (code === null || !matter) return null
  const open = { ...props, code, matter }
  return (
    <SideSheet
      title={say(names.matter(code))}
      closeLabel={say({ zh: '关闭', en: 'Close' })}
      modal={phone}
      onClose={() => onOpen(null)}
    >
      <Neighbours {...props} code={code} />
      <Dates {...open} />
      <WhyVerdict {...open} />
      <WhyHolds {...open} />
      <WhyPapers {...open} />
      <WhyLimits {...open} />
      <p>
        <Link to="/matters/$code" params={{ code }}>
          {say({ zh: '查看这个事项的完整页面', en: 'The full page of this matter' })}
        </Link>
      </p>
    </SideSheet>
  )
}

export interface WhyProps extends OpeningProps {
  readonly code: string
  readonly matter: PlannedMatter
}

function Neighbours({ plan, names, code, onOpen }: Props & { readonly code: string }) {
  const say = useText()
  const order = plan.matters.filter(isScheduled).map((matter) => matter.code)
  const at = order.indexOf(code)
  const go = (to: string | undefined, label: string) => (
    <Button
      disabled={to === undefined}
      onClick={() => to !== undefined && onOpen(to)}
      title={to && say(names.matter(to))}
    >
      {label}
    </Button>
  )
  if (at < 0) return null
  return (
    <p className="why-steps">
      {go(order[at - 1], say({ zh: '上一个', en: 'Previous' }))}
      {go(order[at + 1], say({ zh: '下一个', en: 'Next' }))}
      <span className="soft small number">
        {at + 1} / {order.length}
      </span>
    </p>
  )
}

function Dates({ matter, names, state, code }: WhyProps) {
  const say = useText()
  const slip = useSlip(state)
  const slipped = state.address.changes.slips[code] ?? 0
  return (
    <section>
      <p>
        <span className="mark">{say(stateOf(matter))}</span> {names.authority(code)}
      </p>
      {isScheduled(matter) && !matter.prior && (
        <>
          <dl className="why-dates number">
            <Fact name={{ zh: '开始', en: 'Start' }} value={`${matter.startDate ?? ''} (+${matter.start})`} />
            <Fact name={{ zh: '申报', en: 'Filed' }} value={`${matter.filedDate ?? ''} (+${matter.filed})`} />
            <Fact name={{ zh: '办结', en: 'Finish' }} value={`${matter.finishDate ?? ''} (+${matter.finish})`} />
          </dl>
          <p className="why-steps">
            <span>
              {say({ zh: `如果推迟开始（现在 ${slipped} 天）`, en: `If it started later (now ${slipped} d)` })}
            </span>
            {[-1, -0.5, 0.5, 1].map((days) => (
              <Button
                key={days}
                disabled={slipped + days < 0}
                onClick={() => slip(code, days, slipText(names.matter(code), days))}
              >
                {signed(days)}
              </Button>
            ))}
          </p>
        </>
      )}
    </section>
  )
}

function Fact({ name, value }: { readonly name: { zh: string; en: string }; readonly value: string }) {
  const say = useText()
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd>{value}</dd>
    </div>
  )
}
