import { useQuery } from '@tanstack/react-query'
import type { Label } from '../../../kernel/label.ts'
import { listFiles } from '../../../platform/files/contract.ts'
import { queryOf } from '../../client.ts'
import { useText } from '../../text.tsx'
import { useMember } from '../session/use-work.ts'
import { DownloadButton } from './download-button.tsx'

interface SubjectFilesProps {
  readonly subject: { readonly subjectKind: string; readonly subjectId: string }
  /** What the files are, before their names. */
  readonly label: Label
}

/** Pictures and files that hang on something, in one line; nothing when there are none. */
export function SubjectFiles({ subject, label }: SubjectFilesProps) {
  const say = useText()
  const { zone } = useMember()
  const { data } = useQuery(queryOf(listFiles, { zone: zone.code, ...subject }))
  if (!data || data.files.length === 0) return null
  return (
    <p className="small">
      {say(label)}
      {data.files.map(({ id, name }) => (
        <span key={id}>
          {name} <DownloadButton id={id} name={name} />{' '}
        </span>
      ))}
    </p>
  )
}
