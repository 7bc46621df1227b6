import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { listFiles } from '../../../../platform/files/contract.ts'
import { call, queryOf } from '../../../../web/client.ts'
import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { doorsOf } from '../../../../web/kit/records/doors.ts'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { evidence } from '../../contract/project.ts'
import { type EvidenceKind, evidenceLabels } from '../../contract/stage.ts'

const subjectKind = 'projects.project'

/** Adds what proves a stage, dated today. */
export function useAddEvidence(project: string) {
  const { zone } = useMember()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ kind, note }: { readonly kind: EvidenceKind; readonly note: string | null }) =>
      call(doorsOf(evidence).create, {
        zone: zone.code,
        projectId: project,
        kind,
        note,
        title: evidenceLabels[kind].zh,
        happenedOn: legalDayOf(new Date()),
      }),
    onSuccess: () =>
      client.invalidateQueries({
        predicate: ({ queryKey: [name] }) => /^(projects|files)\./.test(String(name)),
      }),
  })
}

/** A picture from the site: kept with the project, and recorded as evidence of today. */
export function PhotoButton({ project, className }: { readonly project: string; readonly className?: string }) {
  const say = useText()
  const add = useAddEvidence(project)
  return (
    <>
      <UploadButton
        name={say({ zh: '现场照片', en: 'Site photo' })}
        camera
        label={say({ zh: '拍照', en: 'Photo' })}
        subject={{ subjectKind, subjectId: project }}
        {...(className !== undefined && { className })}
        onFile={({ name }) => add.mutate({ kind: 'site-photo', note: name })}
      />
      <Refusal error={add.error} />
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
