import { Problem } from '../../kernel/problem.ts'
import type { Manifest } from './manifest.ts'
import type { Damage } from './verify.ts'

const shown = 5

export function damaged(damages: readonly Damage[]): Problem {
  const names = damages.slice(0, shown).map(({ file, what }) => ({ file, what }))
  const [zhOf, enOf] = [
    { missing: '缺失', changed: '被改动' },
    { missing: 'missing', changed: 'changed' },
  ]
  const zh = names.map(({ file, what }) => `${file}（${zhOf[what]}）`).join('、')
  const en = names.map(({ file, what }) => `${file} (${enOf[what]})`).join(', ')
  return new Problem(
    'conflict',
    'backup.damaged',
    {
      zh: `备份已损坏，不予恢复：${zh}${damages.length > shown ? ` 等 ${damages.length} 个文件` : ''}。请改用另一个备份。`,
      en: `The backup is damaged and is not restored: ${en}${damages.length > shown ? ` and ${damages.length - shown} more` : ''}. Use another one.`,
    },
    { damages },
  )
}

export function beforeBackup(at: Date, { stoppedAt, id }: Manifest): Problem {
  return new Problem('rule_violated', 'restore.before_the_backup', {
    zh: `备份 ${id} 完成于 ${stoppedAt}，不能恢复到更早的 ${at.toISOString()}：请用更早的备份，或把 --at 写晚一些。`,
    en: `The backup ${id} was complete at ${stoppedAt} and cannot lead to ${at.toISOString()}, which is before it: use an older backup, or give a later --at.`,
  })
}

export function notEmpty(folder: string): Problem {
  return new Problem('conflict', 'restore.not_empty', {
    zh: `数据目录 ${folder} 不是空的：加 --replace 可将现有内容移到旁边保留后再恢复，或用 --into 指定空目录。`,
    en: `The data folder ${folder} is not empty: with --replace what is in it is put aside and kept, or name an empty one with --into.`,
  })
}

export function running(folder: string): Problem {
  return new Problem('conflict', 'restore.running', {
    zh: `数据目录 ${folder} 上的数据库正在运行：请先停止 Luodi，再恢复。`,
    en: `The database in ${folder} is running: stop Luodi first, then restore.`,
  })
}
