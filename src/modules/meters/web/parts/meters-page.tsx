import { TabbedRecords } from '../../../../web/kit/records/tabbed-records.tsx'
import { meter } from '../../contract/meter.ts'
import { reading } from '../../contract/reading.ts'
import { YearOverview } from './year-overview.tsx'

const lists = {
  meters: {
    kind: meter,
    columns: ['number', 'medium', 'placeId', 'workId', 'enterpriseId', 'installedOn', 'removedOn'],
  },
  readings: { kind: reading, columns: ['month', 'meterId', 'amount', 'reader'] },
}

/** Water, power, heat and gas by meter. */
export function MetersPage() {
  return <TabbedRecords title={{ zh: '计量', en: 'Meters' }} lists={lists} overview={<YearOverview />} />
}
