import type { Label } from '../../kernel/label.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { ModuleDefinition } from '../module.ts'
import type { SubjectWords } from './contract.ts'

/** What happens to every plain record. */
const ofRecords: Readonly<Record<string, Label>> = {
  create: { zh: '新建', en: 'Created' },
  update: { zh: '修改', en: 'Changed' },
  archive: { zh: '归档', en: 'Archived' },
  restore: { zh: '恢复', en: 'Restored' },
  reveal: { zh: '查看个人信息', en: 'Personal data looked at' },
  erase: { zh: '抹除个人信息', en: 'Personal data erased' },
  undo: { zh: '撤销批量操作', en: 'Bulk act undone' },
  comment: { zh: '评论', en: 'Comment' },
  changeComment: { zh: '修改评论', en: 'Comment changed' },
  removeComment: { zh: '删除评论', en: 'Comment removed' },
  link: { zh: '关联', en: 'Linked' },
  unlink: { zh: '取消关联', en: 'Unlinked' },
  import: { zh: '导入', en: 'Imported' },
}

/** The words of the journal: every kind of subject with its name and the names of its actions. */
export function journalWords(modules: readonly ModuleDefinition[]): readonly SubjectWords[] {
  return modules.flatMap(wordsOf)
}

function wordsOf(module: ModuleDefinition): readonly SubjectWords[] {
  const records = new Map((module.records ?? []).map((kind) => [kind.name, kind]))
  const declared = module.journal ?? {}
  return [...new Set([...records.keys(), ...Object.keys(declared)])].map((kind) => {
    const record = records.get(kind)
    const { label, actions } = declared[kind] ?? {}
    const all = { ...(record && ofRecords), ...endpointWords(module, kind), ...actions }
    return { kind, label: label ?? named(kind, record), actions: Object.entries(all).map(toAction) }
  })
}

function named(kind: string, record: AnyRecordKind | undefined): Label {
  return record?.labels.one ?? { zh: kind, en: kind }
}

function toAction([action, label]: readonly [string, Label]) {
  return { action, label }
}

/** `cases.accept` and `commitments.signCommitment` say what `accept` of a case and `sign` of a commitment are called. */
function endpointWords({ name, handlers }: ModuleDefinition, kind: string): Record<string, Label> {
  const noun = kind.slice(kind.indexOf('.') + 1)
  const ending = new RegExp(`${noun[0]?.toUpperCase()}${noun.slice(1)}s?$`)
  const writes = handlers.map(({ endpoint }) => endpoint).filter(({ effect }) => effect === 'write')
  const own = writes.filter((endpoint) => endpoint.name.startsWith(`${name}.`))
  return Object.fromEntries(
    own.map((endpoint) => [endpoint.name.slice(name.length + 1).replace(ending, ''), endpoint.summary]),
  )
}
