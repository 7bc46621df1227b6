import { useQuery } from '@tanstack/react-query'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { listFiles, uploadFile } from '../../../../platform/files/contract.ts'
import { queryOf } from '../../../../web/client.ts'
import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { CameraButton } from '../../../../web/kit/queue/camera-button.tsx'
import { useQueued } from '../../../../web/kit/queue/use-queue.ts'
import { doorsOf } from '../../../../web/kit/records/doors.ts'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { evidence } from '../../contract/project.ts'
import { type EvidenceKind, evidenceLabels } from '../../contract/stage.ts'

const subjectKind = 'projects.project'

/** Adds what proves a stage, dated today; it waits on the device where there is no line. */
export function useAddEvidence(project: string) {
  const { mutate, ...adding } = useQueued(doorsOf(evidence).create)
  const add = ({ kind, note }: { readonly kind: EvidenceKind; readonly note: string | null }) =>
    mutate({
      label: evidenceLabels[kind],
      input: { projectId: project, kind, note, title: evidenceLabels[kind].zh, happenedOn: legalDayOf(new Date()) },
    })
  return { ...adding, mutate: add }
}

/** A picture from the site: kept with the project, and recorded as evidence of today. */
export function PhotoButton({ project, className }: { readonly project: string; readonly className?: string }) {
  const say = useText()
  const add = useAddEvidence(project)
  const send = useQueued(uploadFile)
  const label = { zh: '现场照片', en: 'Site photo' }
  return (
    <>
      <CameraButton
        name={say(label)}
        {...(className !== undefined && { className })}
        onPicture={(file) => {
          send.mutate({ label, file, input: { subjectKind, subjectId: project } })
          add.mutate({ kind: 'site-photo', note: file.name })
        }}
      />
      <Refusal error={send.error ?? add.error} />
    </>
  )
}

/** Pictures and files of a project, to be downloaded. */
export function ProjectFiles({ project }: { readonly project: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery(queryOf(listFiles, { zone: zone.code, subjectKind, subjectId: project }))
  if (!data || data.files.length === 0) return null
  return (
    <section className="card">
      <h2>{say({ zh: `照片与文件 ${data.files.length}`, en: `Pictures and files: ${data.files.length}` })}</h2>
      <ul className="plain-list">
        {data.files.map(({ id, name, uploadedAt }) => (
          <li key={id}>
            {name} <span className="soft small number">{readableMoment(uploadedAt)}</span>{' '}
            <DownloadButton id={id} name={name} />
          </li>
        ))}
      </ul>
    </section>
  )
}
