import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '选址', en: 'Sites' },
  links: [{ to: '/sites', label: { zh: '选址', en: 'Sites' }, order: 4.6, needs: ['sites.read'] }],
}
