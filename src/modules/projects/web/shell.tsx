import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '项目', en: 'Projects' },
  links: [{ to: '/projects', label: { zh: '项目', en: 'Projects' }, order: 3, needs: ['projects.read'] }],
}
