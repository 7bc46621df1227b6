import { Link } from '@tanstack/react-router'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { stageLabels } from '../../../projects/contract/stage.ts'
import { subjectLabels, subjects } from '../../contract/subject.ts'
import type { LitProject } from '../../contract.ts'
import { LightMark } from './light-mark.tsx'

/** Projects with their lights, one column a subject. */
export function LightTable({ projects }: { readonly projects: readonly LitProject[] }) {
  const say = useText()
  const { zone } = useMember()
  return (
    <PlainTable
      caption={{ zh: '项目预警灯', en: 'Warning lights of projects' }}
      rows={projects}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '项目', en: 'Project' },
          cell: ({ id, name }) => (
            <Link to="/projects/$id" params={{ id }} search={{ zone: zone.code, view: 'lights' }}>
              {name}
            </Link>
          ),
        },
        { label: { zh: '阶段', en: 'Stage' }, cell: ({ stage }) => say(stageLabels[stage]) },
        ...subjects.map((subject) => ({
          label: subjectLabels[subject],
          cell: ({ lights }: LitProject) => {
            const light = lights.find((one) => one.subject === subject)
            if (light === undefined) return null
            return (
              <>
                <LightMark colour={light.colour} />
                {light.colour !== 'green' && <span className="soft small light-reason">{say(light.reason)}</span>}
              </>
            )
          },
        })),
      ]}
    />
  )
}
