import { RecordList } from '../../../../web/kit/records/record-list.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useText } from '../../../../web/text.tsx'
import { agencyLetter } from '../../contract/agency-letter.ts'
import { note } from '../../contract/note.ts'
import { QuickNote } from './quick-note.tsx'
import { StandingLine } from './standing-line.tsx'
import './liaisons.css'

const parts = {
  notes: { kind: note, columns: ['words', 'kind', 'happenedOn', 'nextStep', 'followUpOn', 'told'] },
  letters: { kind: agencyLetter, columns: ['number', 'enterpriseId', 'agentId', 'scope', 'signedOn', 'validUntil'] },
} as const
type Part = keyof typeof parts
const names = Object.keys(parts) as Part[]

/** Who answers for the project, what was said and seen, and the agent's written mandate. */
export function LiaisonTab({ project }: { readonly project: string }) {
  const say = useText()
  const { may } = useMember()
  const { search, go } = useAddress()
  const chosen = names.find((name) => name === search.part) ?? 'notes'
  const { kind: declared, columns } = parts[chosen]
  const kind = useKindNamed(declared.name)
  return (
    <>
      {may('liaisons.write') ? (
        <div className="card liaison-head">
          <StandingLine project={project} whole />
          <QuickNote project={project} bare />
        </div>
      ) : (
        <StandingLine project={project} whole />
      )}
      <Tabs
        label={say({ zh: '包联', en: 'Liaison' })}
        tabs={names.map((name) => ({ key: name, label: say(parts[name].kind.labels.many) }))}
        chosen={chosen}
        onChoose={(part) => go({ part, record: undefined })}
      >
        {kind !== undefined && <RecordList key={chosen} kind={kind} fixed={{ projectId: project }} columns={columns} />}
      </Tabs>
    </>
  )
}
