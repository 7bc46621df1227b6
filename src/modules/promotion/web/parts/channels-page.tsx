import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatYuan } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { type BroughtHome, listBroughtHome } from '../../contract/returns.ts'
import { channelKindLabels } from '../../contract/words.ts'
import { PromotionNav } from './promotion-nav.tsx'

const title = { zh: '渠道与队伍', en: 'Channels and teams' }
const parts = {
  lead: { zh: '1 统筹', en: '1 leads' },
  service: { zh: '1 服务', en: '1 serves' },
  industry: { zh: 'N 产业', en: 'N of industries' },
} as const

/** Teams 1+1+N with their duties, and what channels, funds and enclaves brought home: counted from the leads. */
export function ChannelsPage() {
  const say = useText()
  const language = useLanguage()
  useTitle(title)
  const { zone } = useMember()
  const found = useQuery({ ...queryOf(listBroughtHome, { zone: zone.code }), staleTime: 0 })
  if (found.error !== null) return <Failure error={found.error} onRetry={() => found.refetch()} />
  if (found.data === undefined) return <Opening />
  const { channels, funds, enclaves, teams, lacking } = found.data
  return (
    <div className="page">
      <PromotionNav />
      <h1>{say(title)}</h1>
      <section>
        <Heading label={{ zh: '招商队伍（1+1+N）', en: 'Teams (1+1+N)' }} path="promotion-team-parts" />
        {lacking.length > 0 && (
          <p className="notice notice-warning">
            {say({ zh: '还缺：', en: 'Still lacking: ' })}
            {lacking.map((part) => say(parts[part])).join(say({ zh: '、', en: ', ' }))}
          </p>
        )}
        <ul className="plain-list">
          {teams.map(({ id, name, part, duty, industry }) => (
            <li key={`${id} ${part}`}>
              <strong>{name}</strong> <span className="mark">{say(parts[part as keyof typeof parts])}</span> {industry}
              <br />
              <span className="soft">{duty}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <Heading label={{ zh: '渠道带回什么', en: 'What channels brought home' }} path="promotion-channels" />
        <Home rows={channels} first={({ name, kind }) => `${name}（${say(channelKindLabels[kind])}）`} />
      </section>
      <section>
        <Heading label={{ zh: '基金带回什么', en: 'What funds brought home' }} path="promotion-funds" />
        <Home rows={funds} first={({ name, amountYuan }) => `${name}（${formatYuan(amountYuan, language)}）`} />
      </section>
      <section>
        <Heading label={{ zh: '飞地带回什么', en: 'What enclaves brought home' }} path="promotion-enclaves" />
        <Home rows={enclaves} first={({ name, city }) => `${name}（${city}）`} />
      </section>
    </div>
  )
}

function Heading({ label, path }: { readonly label: Label; readonly path: string }) {
  const say = useText()
  const { zone } = useMember()
  return (
    <h2>
      {say(label)}{' '}
      <Link className="small" to="/records/$kind" params={{ kind: path }} search={{ zone: zone.code }}>
        {say({ zh: '登记与修改', en: 'Enter and change' })}
      </Link>
    </h2>
  )
}

function Home<Row extends BroughtHome>({
  rows,
  first,
}: {
  readonly rows: readonly Row[]
  readonly first: (row: Row) => ReactNode
}) {
  const say = useText()
  const language = useLanguage()
  if (rows.length === 0) return <p className="soft">{say({ zh: '还没有登记。', en: 'None is entered yet.' })}</p>
  return (
    <PlainTable
      caption={{ zh: '带回什么', en: 'Brought home' }}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { label: { zh: '名称', en: 'Name' }, cell: first },
        { label: { zh: '线索', en: 'Leads' }, cell: ({ leads }) => leads },
        { label: { zh: '到过洽谈', en: 'Came to talks' }, cell: ({ talks }) => talks },
        { label: { zh: '到过签约', en: 'Signed' }, cell: ({ signed }) => signed },
        { label: { zh: '已移交', en: 'Handed over' }, cell: ({ handed }) => handed },
        { label: { zh: '签约金额', en: 'Signed money' }, cell: ({ signedYuan }) => formatYuan(signedYuan, language) },
        { label: { zh: '银行到账', en: 'Paid in' }, cell: ({ paidYuan }) => formatYuan(paidYuan, language) },
      ]}
    />
  )
}
