import { Link } from '@tanstack/react-router'
import { type ReactNode, useRef, useState } from 'react'
import { PlacedOfCase } from '../../../../web/kit/placed.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { BreachProposal } from '../../../commitments/web/panels.tsx'
import type { CaseDetail } from '../../contract/case.ts'
import { stateMeanings, waitsForLabels } from '../../contract/state.ts'
import { stepTable, type Verb } from '../../contract/step-table.ts'
import { LightMark } from '../parts/light-mark.tsx'
import { LimitMarks } from '../parts/limit-marks.tsx'
import { StepBar } from '../step/step-bar.tsx'
import { ActionList } from './action-list.tsx'
import { CaseNotices } from './case-notices.tsx'
import { ClockList } from './clock-list.tsx'
import { IfToday } from './if-today.tsx'
import { PaperList } from './paper-list.tsx'
import { ReviewList } from './review-list.tsx'
import { useCaseKeys } from './use-case-keys.ts'
import './case.css'

interface CaseViewProps {
  readonly detail: CaseDetail
  /** Above everything: previous and next. */
  readonly children?: ReactNode
  readonly onDone?: (after: CaseDetail, verb: Verb) => void
  /** J and K. */
  readonly onWalk?: (by: 1 | -1) => void
}

/** Everything about one case: who and since when, clocks, papers, what was done, and exactly the steps that may be taken. */
export function CaseView({ detail, children, onDone, onWalk }: CaseViewProps) {
  const say = useText()
  const [told, setTold] = useState<Verb | null>(null)
  const place = useRef<HTMLDivElement>(null)
  useCaseKeys(place, { onWalk })
  return (
    <div ref={place} className="case">
      {children}
      {told !== null && <Done verb={told} />}
      <Head detail={detail} />
      <BreachProposal project={detail.project.id} caseId={detail.id} />
      <StepBar
        detail={detail}
        effect={<IfToday detail={detail} />}
        onDone={(after, verb) => {
          setTold(verb)
          onDone?.(after, verb)
        }}
      />
      <section>
        <h3>{say({ zh: '期限', en: 'Clocks' })}</h3>
        <ClockList detail={detail} />
      </section>
      {detail.review !== null && <ReviewList detail={detail} review={detail.review} />}
      <section>
        <h3>{say({ zh: `材料 ${detail.papers.length} 份`, en: `Papers: ${detail.papers.length}` })}</h3>
        <PaperList detail={detail} />
      </section>
      <section>
        <h3>{say({ zh: '办理过程', en: 'What was done' })}</h3>
        <ActionList detail={detail} />
      </section>
      <PlacedOfCase id={detail.id} />
    </div>
  )
}

function Done({ verb }: { readonly verb: Verb }) {
  const say = useText()
  const { label } = stepTable[verb]
  return (
    <p role="status" className="notice">
      {say({ zh: `已办：${label.zh}。`, en: `Done: ${label.en}.` })}
    </p>
  )
}

function Head({ detail }: { readonly detail: CaseDetail }) {
  const say = useText()
  const { zone, may } = useMember()
  const { project } = detail
  return (
    <>
      <p className="case-light">
        <LightMark light={detail.light} late={detail.late} />
        <LimitMarks limits={detail.limits} />
      </p>
      <dl className="case-facts">
        <Fact name={{ zh: '状态', en: 'State' }}>
          {say(stateMeanings[detail.state].label)}
          <span className="soft"> · {say(waitsForLabels[detail.waitsFor])}</span>{' '}
          {detail.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
        </Fact>
        <Fact name={{ zh: '项目', en: 'Project' }}>
          {may('projects.read') ? (
            <Link to="/projects/$id" params={{ id: project.id }} search={{ zone: zone.code }}>
              {project.name}
            </Link>
          ) : (
            project.name
          )}
        </Fact>
        <Fact name={{ zh: '部门', en: 'Department' }}>{detail.department}</Fact>
        <Fact name={{ zh: '经办', en: 'Handled by' }}>
          {detail.handler?.name ?? say({ zh: '还没有人经办', en: 'nobody yet' })}
          {detail.office !== null && <span className="soft"> · {detail.office.name}</span>}
        </Fact>
        <Fact name={{ zh: '接件', en: 'Received' }}>{detail.receivedOn}</Fact>
        {detail.acceptedOn !== null && <Fact name={{ zh: '受理', en: 'Accepted' }}>{detail.acceptedOn}</Fact>}
        {detail.decidedOn !== null && <Fact name={{ zh: '办结', en: 'Decided' }}>{detail.decidedOn}</Fact>}
        {detail.issuedOn !== null && <Fact name={{ zh: '送达', en: 'Delivered' }}>{detail.issuedOn}</Fact>}
      </dl>
      <CaseNotices detail={detail} />
    </>
  )
}

function Fact({ name, children }: { readonly name: { zh: string; en: string }; readonly children: ReactNode }) {
  const say = useText()
  return (
    <div>
      <dt>{say(name)}</dt>
      <dd>{children}</dd>
    </div>
  )
}
