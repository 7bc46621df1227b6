import type { OutputOf } from '../../../../kernel/endpoint.ts'
import type { Label } from '../../../../kernel/label.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useText } from '../../../../web/text.tsx'
import type { readBoard } from '../../contract/board.ts'
import { BuildingSketch } from './building-sketch.tsx'
import { BuildingTable } from './building-table.tsx'
import { IdleTable } from './idle-table.tsx'
import { LeaseTable } from './lease-table.tsx'
import { useLeases } from './use-leases.ts'

export type Board = OutputOf<typeof readBoard>
type BoardTab = 'expiring' | 'arrears' | 'idle' | 'buildings' | 'all'

export const boardTabs: readonly {
  readonly key: BoardTab
  readonly label: Label
  readonly count: (board: Board) => number | ''
}[] = [
  { key: 'expiring', label: { zh: '将到期', en: 'Expiring' }, count: ({ expiring }) => expiring.length },
  { key: 'arrears', label: { zh: '欠缴', en: 'Arrears' }, count: ({ arrears }) => arrears.length },
  { key: 'idle', label: { zh: '空置', en: 'Idle' }, count: ({ idle }) => idle.length },
  { key: 'buildings', label: { zh: '楼宇', en: 'Buildings' }, count: ({ buildings }) => buildings.length },
  { key: 'all', label: { zh: '全部租约', en: 'All leases' }, count: () => '' },
]

const nothing: Readonly<Record<BoardTab, Label>> = {
  expiring: {
    zh: '没有将到期的租约。到期前按租赁规则列在这里。',
    en: 'No lease is about to end. They stand here by the rule of leases.',
  },
  arrears: { zh: '没有过期未缴的账单。', en: 'No bill is past its day.' },
  idle: { zh: '没有空置的单元。', en: 'No unit stands empty.' },
  buildings: {
    zh: '还没有楼宇和单元。先在“单元登记”里登记，或用表格导入。',
    en: 'No buildings and units yet: enter or import them under "Units".',
  },
  all: {
    zh: '还没有租约。签订后列在这里，并自动出账。',
    en: 'No leases yet: once signed they stand here, and bills follow by themselves.',
  },
}

export function BoardPart({ tab, board }: { readonly tab: BoardTab; readonly board: Board }) {
  const caption = boardTabs.find(({ key }) => key === tab)?.label ?? { zh: '租约', en: 'Leases' }
  if (tab === 'all') return <AllLeases caption={caption} />
  if (board[tab].length === 0) return <Nothing tab={tab} />
  if (tab === 'idle') return <IdleTable idle={board.idle} />
  if (tab === 'buildings') {
    return (
      <>
        <BuildingSketch buildings={board.buildings} />
        <BuildingTable buildings={board.buildings} />
      </>
    )
  }
  return <LeaseTable leases={board[tab]} caption={caption} />
}

function AllLeases({ caption }: { readonly caption: Label }) {
  const { data, error, refetch } = useLeases()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.leases.length === 0) return <Nothing tab="all" />
  return <LeaseTable leases={data.leases} caption={caption} />
}

function Nothing({ tab }: { readonly tab: BoardTab }) {
  const say = useText()
  return (
    <p className="card" role="status">
      {say(nothing[tab])}
    </p>
  )
}
