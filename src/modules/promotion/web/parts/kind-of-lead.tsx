import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'

interface Props {
  readonly kind: string
  readonly lead: string
  readonly columns: readonly string[]
}

/** Records of a kind that belong to this lead; new ones are made with it filled in. */
export function KindOfLead({ kind: name, lead, columns }: Props) {
  const kind = useKindNamed(name)
  return kind === undefined ? null : <RecordList kind={kind} fixed={{ leadId: lead }} columns={columns} />
}
