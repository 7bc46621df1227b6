import { Link } from '@tanstack/react-router'
import type { Label } from '../../../../kernel/label.ts'
import { formatYuan } from '../../../../web/kit/format.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { Enterprise } from '../../../enterprises/contract/enterprise.ts'
import { stageLabels } from '../../../projects/contract/stage.ts'
import { leadStageLabels } from '../../../promotion/contract/words.ts'
import type { PlacedOne } from '../../contract/views.ts'

const statusLabels: Readonly<Record<string, Label>> = {
  ...Enterprise.fields.status.options,
  ...leadStageLabels,
  ...stageLabels,
}

/** What a status or a stage is called. */
export function statusLabel(status: string): Label {
  return statusLabels[status] ?? { zh: status, en: status }
}

/** The page of an enterprise, a project or a lead. */
export function SubjectLink({ kind, of }: Pick<PlacedOne, 'kind' | 'of'>) {
  const { zone } = useMember()
  if (kind === 'project') {
    return (
      <Link to="/projects/$id" params={{ id: of.id }} search={{ zone: zone.code }}>
        {of.name}
      </Link>
    )
  }
  if (kind === 'lead') {
    return (
      <Link to="/leads/$id" params={{ id: of.id }} search={{ zone: zone.code }}>
        {of.name}
      </Link>
    )
  }
  return (
    <Link to="/enterprise" search={{ zone: zone.code, id: of.id }}>
      {of.name}
    </Link>
  )
}

/** Who stands on a node: those that count first. */
export function PlacedList({ placed }: { readonly placed: readonly PlacedOne[] }) {
  const say = useText()
  const language = useLanguage()
  if (placed.length === 0) {
    return <p className="soft">{say({ zh: '还没有企业、项目在这个环节。', en: 'Nobody stands here yet.' })}</p>
  }
  return (
    <ul className="plain-list chain-who">
      {placed
        .toSorted((a, b) => Number(b.counts) - Number(a.counts))
        .map((one) => (
          <li key={one.id}>
            <SubjectLink kind={one.kind} of={one.of} /> <span className="mark">{say(statusLabel(one.status))}</span>{' '}
            {one.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
            <br />
            <span className="small soft">
              {one.products}
              {one.outputYuan !== null &&
                `${one.products === null ? '' : '；'}${say({
                  zh: `${one.outputYear} 年产值 ${formatYuan(one.outputYuan, language)}（${one.outputSource}）`,
                  en: `output of ${one.outputYear}: ${formatYuan(one.outputYuan, language)} (${one.outputSource})`,
                })}`}
            </span>
          </li>
        ))}
    </ul>
  )
}
