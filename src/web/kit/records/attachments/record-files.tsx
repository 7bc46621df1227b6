import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { KindView } from '../../../../kernel/kind-view.ts'
import { listFiles, removeFile } from '../../../../platform/files/contract.ts'
import { call } from '../../../client.ts'
import { useText } from '../../../text.tsx'
import { Failure } from '../../failure.tsx'
import { DownloadButton } from '../../files/download-button.tsx'
import { sizeText } from '../../files/size-text.ts'
import { UploadButton } from '../../files/upload-button.tsx'
import { Opening } from '../../opening.tsx'
import { Refusal } from '../../refusal.tsx'
import { useMember } from '../../session/use-work.ts'
import { useAct } from '../../use-act.ts'
import { doorsOf } from '../doors.ts'
import { readableMoment } from '../moments.ts'

/** Files that hang on a record: whoever may read the record sees them, whoever may write it adds and removes. */
export function RecordFiles({ kind, id }: { readonly kind: KindView; readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const subject = { subjectKind: kind.name, subjectId: id }
  const input = { zone: zone.code, ...subject }
  const list = useQuery({
    queryKey: [listFiles.name, input],
    queryFn: ({ signal }) => call(listFiles, input, { signal }),
  })
  const stale = [listFiles.name, doorsOf(kind).history.name]
  const remove = useAct(removeFile, { stale })
  const added = () => void Promise.all(stale.map((name) => client.invalidateQueries({ queryKey: [name] })))
  if (list.error !== null) return <Failure error={list.error} onRetry={() => list.refetch()} />
  if (list.data === undefined) return <Opening />
  return (
    <>
      {list.data.files.length === 0 && <p className="soft">{say({ zh: '还没有附件。', en: 'No files yet.' })}</p>}
      <ul className="links">
        {list.data.files.map((file) => (
          <li key={file.id}>
            <span>{file.name}</span>
            <span className="soft small">
              {sizeText(file.size)} · {readableMoment(file.uploadedAt)}
            </span>
            <DownloadButton id={file.id} name={file.name} />
            {kind.may.write && !kind.ownFiles && (
              <Button size="small" loading={remove.isPending} onClick={() => remove.mutate({ id: file.id })}>
                {say({ zh: '删除', en: 'Remove' })}
                <span className="visually-hidden">{file.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refusal error={remove.error} />
      {kind.may.write && (
        <UploadButton
          key={list.data.files.length}
          name={say(kind.labels.one)}
          subject={subject}
          label={say({ zh: '添加附件', en: 'Add a file' })}
          onFile={added}
        />
      )}
    </>
  )
}
