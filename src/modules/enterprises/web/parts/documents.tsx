import { useQuery, useQueryClient } from '@tanstack/react-query'
import { listFiles } from '../../../../platform/files/contract.ts'
import { queryOf } from '../../../../web/client.ts'
import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { UploadButton } from '../../../../web/kit/files/upload-button.tsx'
import { readableMoment } from '../../../../web/kit/records/moments.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { Enterprise } from '../../contract/enterprise.ts'

/** Documents that were filed with the enterprise: certificates, reports, letters. */
export function Documents({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const subject = { subjectKind: Enterprise.name, subjectId: enterprise }
  const { data } = useQuery(queryOf(listFiles, { zone: zone.code, ...subject }))
  return (
    <section className="card">
      {data?.files.length === 0 && (
        <p className="soft">
          {say({
            zh: '还没有文件。证书、报告、来往函件上传后列在这里，企业自己和开发区的经办人都能看到。',
            en: 'No documents yet. Certificates, reports and letters stand here for the enterprise and for the zone.',
          })}
        </p>
      )}
      <ul className="plain-list">
        {data?.files.map(({ id, name, uploadedAt }) => (
          <li key={id}>
            {name} <span className="soft small number">{readableMoment(uploadedAt)}</span>{' '}
            <DownloadButton id={id} name={name} />
          </li>
        ))}
      </ul>
      <UploadButton
        name={say({ zh: '文件', en: 'Document' })}
        label={say({ zh: '上传文件', en: 'Upload a document' })}
        subject={subject}
        onFile={() => client.invalidateQueries({ queryKey: [listFiles.name] })}
      />
    </section>
  )
}
