import { TabbedRecords } from '../../../../web/kit/records/tabbed-records.tsx'
import { asset } from '../../contract/asset.ts'
import { work } from '../../contract/work.ts'
import { workContract } from '../../contract/work-contract.ts'
import { WorksOverview } from './works-overview.tsx'

const lists = {
  works: { kind: work, columns: ['name', 'kind', 'state', 'placeId', 'ownerId', 'plannedEnd'] },
  contracts: { kind: workContract, columns: ['title', 'workId', 'party', 'sme', 'signedOn', 'amountYuan'] },
  assets: { kind: asset, columns: ['name', 'workId', 'valueYuan', 'inServiceOn', 'keeperId'] },
}

/** What the zone builds for everybody. */
export function WorksPage() {
  return <TabbedRecords title={{ zh: '基础设施', en: 'Works' }} lists={lists} overview={<WorksOverview />} />
}
