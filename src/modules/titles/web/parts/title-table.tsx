import { Link } from '@tanstack/react-router'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { titleLevels } from '../../contract/title.ts'
import type { Title } from '../../contract.ts'

const standingLabels: Readonly<Record<Title['standing'], { readonly zh: string; readonly en: string }>> = {
  standing: { zh: '✓ 有效', en: '✓ stands' },
  future: { zh: '○ 未到授予日期', en: '○ not yet granted' },
  expired: { zh: '▲ 已过期', en: '▲ expired' },
  revoked: { zh: '◆ 已撤销', en: '◆ revoked' },
}

/** Titles with their terms and what is due. */
export function TitleTable({ titles }: { readonly titles: readonly Title[] }) {
  const say = useText()
  const { zone } = useMember()
  const dueOf = ({ daysLeft, due }: Title) => {
    if (daysLeft === null) return '—'
    if (daysLeft < 0) return say({ zh: `▲ 已过 ${-daysLeft} 天`, en: `▲ ${-daysLeft} days past` })
    return say({ zh: `${due ? '◆ ' : ''}还有 ${daysLeft} 天`, en: `${due ? '◆ ' : ''}in ${daysLeft} days` })
  }
  return (
    <PlainTable
      caption={{ zh: '开发区称号', en: 'Titles' }}
      rows={titles}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '称号', en: 'Title' },
          cell: ({ id, name }) => (
            <Link to="/titles" search={{ zone: zone.code, part: 'entries', record: id }}>
              {name}
            </Link>
          ),
        },
        { label: { zh: '级别', en: 'Level' }, cell: ({ level }) => say(titleLevels[level]) },
        { label: { zh: '授予', en: 'Granted by' }, cell: ({ grantedBy, document }) => `${grantedBy} ${document}` },
        { label: { zh: '授予日期', en: 'On' }, cell: ({ grantedOn }) => <span className="number">{grantedOn}</span> },
        {
          label: { zh: '有效期至', en: 'Valid until' },
          cell: ({ validUntil }) => (
            <span className="number">{validUntil ?? say({ zh: '文件未写', en: 'not stated' })}</span>
          ),
        },
        { label: { zh: '复核或到期', en: 'Re-assessment or end' }, cell: dueOf },
        { label: { zh: '状态', en: 'State' }, cell: ({ standing }) => say(standingLabels[standing]) },
      ]}
    />
  )
}
