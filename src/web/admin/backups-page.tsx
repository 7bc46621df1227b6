import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { type BackupView, listBackups, makeBackup } from '../../platform/backup/contract.ts'
import { call, queryOf } from '../client.ts'
import { Failure } from '../kit/failure.tsx'
import { Opening } from '../kit/opening.tsx'
import { type Column, PlainTable } from '../kit/plain-table.tsx'
import { readableMoment } from '../kit/records/moments.ts'
import { Refusal } from '../kit/refusal.tsx'
import { useMember } from '../kit/session/use-work.ts'
import { Text, useText } from '../text.tsx'
import { HeldMessages } from './held-messages.tsx'

const columns: readonly Column<BackupView>[] = [
  { label: { zh: '完成时间', en: 'Complete at' }, cell: ({ at }) => readableMoment(at) },
  { label: { zh: '大小', en: 'Size' }, cell: ({ bytes }) => `${(bytes / 1024 / 1024).toFixed(1)} MB` },
  {
    label: { zh: '加密', en: 'Encrypted' },
    cell: ({ encrypted }) => <Text label={encrypted ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }} />,
  },
  { label: { zh: '最近校验', en: 'Last verified' }, cell: ({ verified }) => <Verification verified={verified} /> },
  { label: { zh: '程序版本', en: 'Release' }, cell: ({ release }) => release },
]

function Verification({ verified }: Pick<BackupView, 'verified'>) {
  const say = useText()
  if (verified === null) return <Text label={{ zh: '未校验', en: 'never' }} />
  const { at, damages } = verified
  if (damages === 0) return say({ zh: `${readableMoment(at)} 完好`, en: `${readableMoment(at)}: intact` })
  return (
    <strong>
      {say({
        zh: `${readableMoment(at)} 有 ${damages} 个文件损坏，不可用于恢复`,
        en: `${readableMoment(at)}: ${damages} files damaged, not to be restored from`,
      })}
    </strong>
  )
}

const whileRunningMs = 3_000

/** The backups of the installation: how old the newest is, whether it holds, a new one; and what waits since a restore. */
export function BackupsPage() {
  const say = useText()
  const { zone } = useMember()
  const client = useQueryClient()
  const { data, error, refetch } = useQuery({
    ...queryOf(listBackups, { zone: zone.code }),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.runningSince ? whileRunningMs : false),
  })
  const make = useMutation({
    mutationFn: () => call(makeBackup, { zone: zone.code }),
    onSuccess: () => client.invalidateQueries({ queryKey: [listBackups.name] }),
  })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { possible, backups, runningSince, failed, logTo, held } = data
  return (
    <>
      {held && <HeldMessages held={held} />}
      {failed && <p className="notice notice-warning">{say(failed)}</p>}
      <p className="card" role="status">
        {possible ? newestLine(backups[0], logTo, say) : say(outside)}
      </p>
      {possible && (
        <p>
          <Button type="primary" loading={runningSince !== null || make.isPending} onClick={() => make.mutate()}>
            {say(runningSince ? { zh: '正在备份…', en: 'Being made…' } : { zh: '立即备份', en: 'Back up now' })}
          </Button>
        </p>
      )}
      <Refusal error={make.error} />
      {backups.length > 0 && (
        <PlainTable caption={{ zh: '备份', en: 'Backups' }} columns={columns} rows={backups} keyOf={({ id }) => id} />
      )}
    </>
  )
}

const outside = {
  zh: '数据库不是内置的：请由运维人员用数据库自己的工具备份，这里不显示。',
  en: 'The database is an outside one: whoever runs it backs it up with its own tools, and nothing of it shows here.',
}

function newestLine(
  newest: BackupView | undefined,
  logTo: string | null,
  say: (text: { readonly zh: string; readonly en: string }) => string,
): string {
  if (!newest) {
    return say({
      zh: '还没有备份。做第一次备份后，数据库日志会随时跟着保存，可恢复到任一时刻。',
      en: 'There is no backup yet. After the first one the log of the database is kept along, so that any moment can be restored.',
    })
  }
  const at = readableMoment(newest.at)
  if (logTo === null) return say({ zh: `最近备份：${at}。`, en: `The newest backup: ${at}.` })
  const to = readableMoment(logTo)
  return say({
    zh: `最近备份：${at}；日志已保存到 ${to}，其间任一时刻都可恢复。`,
    en: `The newest backup: ${at}. The log is kept up to ${to}: any moment in between can be restored.`,
  })
}
