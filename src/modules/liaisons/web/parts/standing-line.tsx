import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { liaisonRoles } from '../../../projects/contract/project.ts'
import { getStanding } from '../../contract.ts'

/** Levels on which nobody answers, and a mandate that is missing or over; nothing when all is well. */
export function StandingLine({ project, whole = false }: { readonly project: string; readonly whole?: boolean }) {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery(queryOf(getStanding, { zone: zone.code, project }))
  if (data === undefined) return null
  const open = data.levels.filter(({ person }) => person === null)
  const { state, until } = data.mandate
  const mandate = {
    valid:
      until === null
        ? { zh: '代办委托有效', en: 'Agency letter stands' }
        : { zh: `代办委托有效至 ${until}`, en: `Agency letter until ${until}` },
    ended: {
      zh: `代办委托已于 ${until} 到期，续签后再代为申报`,
      en: `The agency letter ended on ${until}: renew it before filing`,
    },
    none: {
      zh: '没有书面代办委托，不能代企业申报（行政许可法第29条）',
      en: 'No agency letter: nothing may be filed for the enterprise',
    },
  }[state]
  return (
    <ul className="standing-line">
      {whole &&
        data.levels
          .filter(({ person }) => person !== null)
          .map(({ role, person }) => (
            <li key={role}>
              ○ {say(liaisonRoles[role])} {person}
            </li>
          ))}
      {open.map(({ role }) => (
        <li key={role} className="standing-open">
          ▲ {say({ zh: `没有${liaisonRoles[role].zh}`, en: `No ${liaisonRoles[role].en.toLowerCase()}` })}
        </li>
      ))}
      {(whole || state !== 'valid') && (
        <li className={state === 'valid' ? '' : 'standing-open'}>
          {state === 'valid' ? '○' : '▲'} {say(mandate)}
        </li>
      )}
    </ul>
  )
}
