import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { muFromSqm } from '../../../../kernel/area.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import type { OverviewRow } from '../../contract/overview.ts'
import { landKindLabels } from '../../contract/parcel.ts'
import { confirmReadiness } from '../../contract/readiness.ts'
import { parcelStateLabels } from '../../contract/state.ts'
import { SideMarks } from './side-marks.tsx'
import { stale, useOverview } from './use-parcels.ts'

const title = { zh: '地块', en: 'Parcels' }

const groups = {
  all: { zh: '全部', en: 'All' },
  open: { zh: '待供（评估、整理中）', en: 'Being prepared' },
  ready: { zh: '净地可供', en: 'Ready for supply' },
  supplied: { zh: '已进入供应', en: 'Listed or supplied' },
} as const
type Group = keyof typeof groups

const isIn = ({ state }: OverviewRow, group: Group): boolean => {
  const open = state === 'planned' || state === 'assessed'
  if (group === 'all') return true
  if (group === 'open') return open
  return group === 'ready' ? state === 'ready' : !open && state !== 'ready'
}

/** Parcels of the zone by how far they are, with what holds them back. */
export function ParcelsPage() {
  const say = useText()
  useTitle(title)
  const { search, go } = useAddress()
  const { zone, may } = useMember()
  const { data, error, refetch } = useOverview()
  const confirm = useAct(confirmReadiness, { stale })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const chosen = (Object.keys(groups) as Group[]).find((group) => group === search.group) ?? 'all'
  const rows = data.parcels.filter((row) => isIn(row, chosen))
  const fit = data.parcels.filter((row) => isIn(row, 'open') && row.gaps.length === 0)
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <p>
        <Link to="/records/$kind" params={{ kind: 'parcels' }} search={{ zone: zone.code }}>
          {say({ zh: '全部字段、登记、导入表格', en: 'All fields, entry, sheets' })}
        </Link>
        {' · '}
        <Link to="/records/$kind" params={{ kind: 'regional-assessments' }} search={{ zone: zone.code }}>
          {say({ zh: '区域评估', en: 'Regional assessments' })}
        </Link>
        {' · '}
        <Link to="/records/$kind" params={{ kind: 'land-indicators' }} search={{ zone: zone.code }}>
          {say({ zh: '控制指标', en: 'Land indicators' })}
        </Link>
        {may('parcels.draw') && (
          <>
            {' · '}
            <Link to="/parcels/import" search={{ zone: zone.code }}>
              {say({ zh: '导入图形', en: 'Import shapes' })}
            </Link>
          </>
        )}
      </p>
      {may('parcels.decide') && fit.length > 0 && (
        <div className="form-actions">
          <Button
            type="primary"
            loading={confirm.isPending}
            onClick={() => confirm.mutate({ ids: fit.map(({ id }) => id) })}
          >
            {say({ zh: `确认 ${fit.length} 块净地可供`, en: `Confirm ${fit.length} as ready` })}
          </Button>
        </div>
      )}
      <Refusal error={confirm.error} />
      <Tabs
        label={say(title)}
        tabs={(Object.keys(groups) as Group[]).map((key) => ({
          key,
          label: `${say(groups[key])} ${data.parcels.filter((row) => isIn(row, key)).length}`,
        }))}
        chosen={chosen}
        onChoose={(key) => go({ group: key === 'all' ? undefined : key })}
      >
        {rows.length === 0 ? (
          <p className="card" role="status">
            {say({
              zh: '这里还没有地块。登记或导入地块后，这里会显示面积、状态和差什么。',
              en: 'No parcel here. Once parcels are entered or imported, area, state and what lacks are shown.',
            })}
          </p>
        ) : (
          <ParcelTable rows={rows} />
        )}
      </Tabs>
    </div>
  )
}

function ParcelTable({ rows }: { readonly rows: readonly OverviewRow[] }) {
  const say = useText()
  const { zone } = useMember()
  return (
    <PlainTable
      caption={title}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '地块', en: 'Parcel' },
          cell: ({ id, name }) => (
            <Link to="/parcels/$id" params={{ id }} search={{ zone: zone.code }}>
              {name}
            </Link>
          ),
        },
        {
          label: { zh: '登记面积（亩）', en: 'Registered (mu)' },
          cell: ({ registeredSqm }) => <span className="number">{muFromSqm(registeredSqm)}</span>,
        },
        { label: { zh: '供地类型', en: 'Kind' }, cell: ({ landKind }) => say(landKindLabels[landKind]) },
        {
          label: { zh: '状态', en: 'State' },
          cell: ({ state, sideStates }) => (
            <>
              {say(parcelStateLabels[state])}
              <SideMarks sideStates={sideStates} />
            </>
          ),
        },
        {
          label: { zh: '电压 kV', en: 'kV' },
          cell: ({ voltageKv }) => (
            <span className="number">{voltageKv ?? say({ zh: '未登记', en: 'not known' })}</span>
          ),
        },
        {
          label: { zh: '蒸汽 吨/时', en: 'Steam t/h' },
          cell: ({ steamTph }) => <span className="number">{steamTph ?? say({ zh: '未登记', en: 'not known' })}</span>,
        },
        {
          label: { zh: '差什么', en: 'What lacks' },
          cell: ({ gaps, state }) =>
            gaps.length > 0
              ? gaps.map(say).join(say({ zh: '；', en: '; ' }))
              : state === 'planned' || state === 'assessed'
                ? say({ zh: '条件具备，待确认', en: 'nothing: to be confirmed' })
                : '',
        },
      ]}
    />
  )
}
