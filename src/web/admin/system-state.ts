import type { Label } from '../../kernel/label.ts'
import type { SystemView } from '../../platform/system/contract.ts'
import { readableMoment } from '../kit/records/moments.ts'

export interface StateLine {
  readonly key: string
  readonly label: Label
  /** `unknown` is never shown as good. */
  readonly state: 'good' | 'look' | 'bad' | 'unknown'
  readonly text: Label
  /** Page on which something is done about it. */
  readonly to?: string
}

const dayMs = 86_400_000
const overdueSeconds = 60
const sealLagSeconds = 60
const fullShare = 0.1
const emptyShare = 0.03

/** What an administrator looks at in the morning, each with what to do. `now` is the time of the answer. */
export function stateLines(view: SystemView, now: Date): readonly StateLine[] {
  return [
    jobsLine(view.jobs),
    sealingLine(view.sealing),
    backupLine(view.backup, now),
    calendarLine(view.calendar),
    diskLine(view.disk),
    scannerLine(view.scanner),
    eventLoopLine(view.eventLoop, now),
  ]
}

function jobsLine({ open, overdue, dead, lagSeconds }: SystemView['jobs']): StateLine {
  const line = { key: 'jobs', label: { zh: '后台任务', en: 'Jobs' }, to: '/admin/jobs' }
  const text = {
    zh: `待办 ${open} 件，到期未办 ${overdue} 件，失败待处理 ${dead} 件。`,
    en: `${open} to come, ${overdue} overdue, ${dead} failed and waiting for you.`,
  }
  if (dead > 0) return { ...line, state: 'bad', text }
  return { ...line, state: lagSeconds > overdueSeconds ? 'look' : 'good', text }
}

function sealingLine({ sealed, waiting, lagSeconds, checkpointAt }: SystemView['sealing']): StateLine {
  const line = { key: 'sealing', label: { zh: '日志封存', en: 'Journal sealing' } }
  const [zhAt, enAt] =
    checkpointAt === null ? ['尚无', 'none yet'] : [readableMoment(checkpointAt), readableMoment(checkpointAt)]
  const text = {
    zh: `已封存 ${sealed} 条，等待 ${waiting} 条，最久 ${Math.round(lagSeconds)} 秒；最新检查点：${zhAt}。`,
    en: `${sealed} events sealed, ${waiting} wait, the oldest for ${Math.round(lagSeconds)} s; newest checkpoint: ${enAt}.`,
  }
  return { ...line, state: lagSeconds > sealLagSeconds ? 'bad' : 'good', text }
}

function backupLine({ possible, newestAt, logTo, damages }: SystemView['backup'], now: Date): StateLine {
  const line = { key: 'backup', label: { zh: '备份', en: 'Backup' }, to: '/admin/backups' }
  if (!possible) {
    const zh = '外部数据库：由运维人员备份，这里不知道它的情况。'
    return {
      ...line,
      state: 'unknown',
      text: { zh, en: 'An outside database: whoever runs it backs it up; nothing of it is known here.' },
    }
  }
  if (newestAt === null) return { ...line, state: 'bad', text: { zh: '还没有备份。', en: 'There is no backup.' } }
  const at = readableMoment(newestAt)
  if (damages !== null && damages > 0) {
    return {
      ...line,
      state: 'bad',
      text: {
        zh: `${at} 的备份有 ${damages} 个文件损坏。`,
        en: `Of the backup of ${at}, ${damages} files are damaged.`,
      },
    }
  }
  const days = Math.floor((now.getTime() - Date.parse(newestAt)) / dayMs)
  const [zhLog, enLog] =
    logTo === null ? ['', ''] : [`，日志保存到 ${readableMoment(logTo)}`, `, log kept up to ${readableMoment(logTo)}`]
  const unverified = damages === null
  const text = {
    zh: `最近一次 ${at}（${days} 天前）${zhLog}${unverified ? '，还没有校验：请运行 ./luodi verify-backup' : ''}。`,
    en: `The newest is of ${at}, ${days} days ago${enLog}${unverified ? ', not verified yet: run ./luodi verify-backup' : ''}.`,
  }
  return { ...line, state: days > 1 || unverified ? 'look' : 'good', text }
}

function calendarLine(calendar: SystemView['calendar']): StateLine {
  const line = { key: 'calendar', label: { zh: '节假日安排', en: 'Holiday notices' } }
  const [here, next] = calendar ?? []
  if (!here || !next) return { ...line, state: 'unknown', text: { zh: '没有日历。', en: 'There is no calendar.' } }
  const zh = `${here.year} 年${here.loaded ? '已载入' : '未载入'}，${next.year} 年${next.loaded ? '已载入' : '未载入，到期日按周末暂算'}。`
  const en = `${here.year} ${here.loaded ? 'is loaded' : 'is missing'}, ${next.year} ${next.loaded ? 'is loaded' : 'is missing: due days there are provisional'}.`
  if (!here.loaded) return { ...line, state: 'bad', text: { zh, en } }
  return { ...line, state: next.loaded ? 'good' : 'look', text: { zh, en } }
}

function diskLine(disk: SystemView['disk']): StateLine {
  const line = { key: 'disk', label: { zh: '磁盘', en: 'Disk' } }
  if (!disk) return { ...line, state: 'unknown', text: { zh: '读不到磁盘情况。', en: 'The disk cannot be read.' } }
  const share = disk.freeBytes / disk.totalBytes
  const [free, total] = [gb(disk.freeBytes), gb(disk.totalBytes)]
  const text = {
    zh: `数据目录所在磁盘剩余 ${free} GB，共 ${total} GB。`,
    en: `${free} GB of ${total} GB are free on the disk of the data folder.`,
  }
  return { ...line, state: share < emptyShare ? 'bad' : share < fullShare ? 'look' : 'good', text }
}

function scannerLine(scanner: SystemView['scanner']): StateLine {
  const line = { key: 'scanner', label: { zh: '病毒扫描', en: 'Virus scanner' } }
  if (scanner === 'answers') {
    return { ...line, state: 'good', text: { zh: '每个上传的文件都先扫描。', en: 'Every upload is scanned first.' } }
  }
  if (scanner === 'silent') {
    const zh = '扫描服务没有回应：所有上传都被拒绝。请检查 LUODI_CLAMD 指向的 clamd。'
    const en =
      'The scanner does not answer, so that every upload is refused: look after the clamd that LUODI_CLAMD names.'
    return { ...line, state: 'bad', text: { zh, en } }
  }
  const zh = '没有配置：上传的文件不经病毒扫描。用 LUODI_CLAMD 指定一个 clamd。'
  const en = 'None: uploads are not scanned for viruses. Name a clamd by LUODI_CLAMD.'
  return { ...line, state: 'look', text: { zh, en } }
}

function eventLoopLine({ p99Ms, blocks }: SystemView['eventLoop'], now: Date): StateLine {
  const line = { key: 'eventLoop', label: { zh: '响应', en: 'Responsiveness' } }
  const [latest] = blocks
  const lately = latest !== undefined && now.getTime() - Date.parse(latest.at) < dayMs
  const [zhBlock, enBlock] = lately
    ? [
        `；${readableMoment(latest.at)} 曾停顿 ${(latest.ms / 1_000).toFixed(1)} 秒`,
        `; it stood still for ${(latest.ms / 1_000).toFixed(1)} s until ${readableMoment(latest.at)}`,
      ]
    : ['', '']
  const text = {
    zh: `百次中有九十九次在 ${p99Ms} 毫秒内轮到${zhBlock}。`,
    en: `Ninety-nine times of a hundred a turn comes within ${p99Ms} ms${enBlock}.`,
  }
  return { ...line, state: lately ? 'look' : 'good', text }
}

const gb = (bytes: number) => (bytes / 1024 ** 3).toFixed(1)
