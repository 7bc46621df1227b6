import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '进度查询', en: 'Progress' },
  links: [{ to: '/follow', label: { zh: '查进度', en: 'Follow a case' }, order: 40 }],
}
