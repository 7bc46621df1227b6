import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { TabbedRecords } from '../../../../web/kit/records/tabbed-records.tsx'
import { useText } from '../../../../web/text.tsx'
import { zoneTitle } from '../../contract/title.ts'
import { TitleTable } from './title-table.tsx'
import { useTitles } from './use-titles.ts'

const lists = {
  entries: { kind: zoneTitle, columns: ['name', 'level', 'grantedBy', 'grantedOn', 'validUntil', 'reassessOn'] },
}

/** What the zone was recognised as, until when. */
export function TitlesPage() {
  return <TabbedRecords title={{ zh: '称号', en: 'Titles' }} lists={lists} overview={<Overview />} />
}

function Overview() {
  const say = useText()
  const { data, error, refetch } = useTitles()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.titles.length > 0) return <TitleTable titles={data.titles} />
  return (
    <p className="card" role="status">
      {say({
        zh: '还没有登记称号。在“开发区称号”里录入授予机关、文号和期限，到期和复核会提前提醒。',
        en: 'No titles yet. Enter who granted them, the document and the term in the next tab: what is due is brought up early.',
      })}
    </p>
  )
}
