import type { Label } from '../../../kernel/label.ts'

const actions: Readonly<Record<string, Label>> = {
  create: { zh: '新建', en: 'Created' },
  update: { zh: '修改', en: 'Changed' },
  archive: { zh: '归档', en: 'Archived' },
  restore: { zh: '恢复', en: 'Restored' },
  reveal: { zh: '查看个人信息', en: 'Personal data looked at' },
  import: { zh: '导入', en: 'Imported' },
}

/** What the journal calls an act; the verbs of decisions stand as they are unless their module says more. */
export function actionLabel(action: string): Label {
  return actions[action] ?? { zh: action, en: action }
}
