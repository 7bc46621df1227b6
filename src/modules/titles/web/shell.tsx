import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '称号', en: 'Titles' },
  links: [{ to: '/titles', label: { zh: '称号', en: 'Titles' }, order: 16, needs: ['titles.read'] }],
}
