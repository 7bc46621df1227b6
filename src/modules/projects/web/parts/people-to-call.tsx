import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { doorsOf } from '../../../../web/kit/records/doors.ts'
import { useKindNamed } from '../../../../web/kit/records/use-kinds.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { liaison, liaisonRoles } from '../../contract/project.ts'
import { CallButton } from './call-button.tsx'

interface PeopleToCallProps {
  readonly project: string
  readonly enterprise: string | null
}

const most = 20
const contactKind = 'enterprises.contact'
const personKind = 'organisation.person'

/** The enterprise's contacts and the liaisons of the project, each to be called by one press where the reader may. */
export function PeopleToCall({ project, enterprise }: PeopleToCallProps) {
  const say = useText()
  const { zone } = useMember()
  const contact = useKindNamed(contactKind)
  const person = useKindNamed(personKind)
  const liaisons = useKindNamed(liaison.name)
  const ofEnterprise = { zone: zone.code, limit: most, enterpriseId: enterprise }
  const contacts = useQuery({
    ...queryOf(doorsOf(contact ?? { name: contactKind, path: 'contacts' }).list, ofEnterprise),
    enabled: contact !== undefined && enterprise !== null,
  })
  const held = useQuery({
    ...queryOf(doorsOf(liaisons ?? liaison).list, { zone: zone.code, limit: most, projectId: project }),
    enabled: liaisons !== undefined,
  })
  const people = (held.data?.rows ?? []).filter(({ until }) => until === null)
  const outside = contacts.data?.rows ?? []
  if (people.length + outside.length === 0) {
    return (
      <p className="soft">
        {say({
          zh: '还没有登记企业联系人和包联人员；登记后可以从这里直接拨打。',
          en: 'No contacts and no liaisons are registered yet; once they are, they can be called from here.',
        })}
      </p>
    )
  }
  return (
    <ul className="call-list">
      {outside.map((row) => (
        <li key={row.id}>
          <span>
            {say({ zh: '企业', en: 'Enterprise' })} {String(row.post ?? '')} {String(row.name)}
          </span>
          {contact?.may.reveal && <CallButton kind={contact} id={row.id} name={String(row.name)} />}
        </li>
      ))}
      {people.map((row) => {
        const name = row.names.personId ?? ''
        const role = liaisonRoles[row.role as keyof typeof liaisonRoles]
        return (
          <li key={row.id}>
            <span>
              {say(role)} {name}
            </span>
            {person?.may.reveal && <CallButton kind={person} id={String(row.personId)} name={name} />}
          </li>
        )
      })}
    </ul>
  )
}
