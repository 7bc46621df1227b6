import { Opening } from '../../../../web/kit/opening.tsx'
import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'

interface OwnRecordsProps {
  /** Name of a kind with a field `enterpriseId`. */
  readonly kind: string
  readonly enterprise: string
}

/** All records of a kind that are the enterprise's. */
export function OwnRecords({ kind: name, enterprise }: OwnRecordsProps) {
  const kind = useKindNamed(name)
  if (kind === undefined) return <Opening />
  const columns = kind.list.filter((column) => column !== 'enterpriseId')
  return <RecordList kind={kind} fixed={{ enterpriseId: enterprise }} columns={columns} />
}
