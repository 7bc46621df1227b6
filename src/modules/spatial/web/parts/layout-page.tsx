import { TabbedRecords } from '../../../../web/kit/records/tabbed-records.tsx'
import { occupant } from '../../contract/occupant.ts'
import { place } from '../../contract/place.ts'
import { spatialPlan } from '../../contract/spatial-plan.ts'
import { LayoutOverview } from './layout-overview.tsx'

const lists = {
  places: { kind: place, columns: ['name', 'kind', 'withinId', 'industry', 'areaSqm', 'openedOn'] },
  plans: { kind: spatialPlan, columns: ['name', 'level', 'subject', 'document', 'approvedOn', 'validUntil'] },
  occupants: { kind: occupant, columns: ['placeId', 'enterpriseId', 'projectId', 'since', 'until', 'note'] },
}

/** 核·园·基地, plans and who stands where. */
export function LayoutPage() {
  return <TabbedRecords title={{ zh: '空间布局', en: 'Layout' }} lists={lists} overview={<LayoutOverview />} />
}
