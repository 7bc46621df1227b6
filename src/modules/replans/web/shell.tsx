import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '方案变动', en: 'Moving plans' },
  links: [
    { to: '/catalogue-moves', label: { zh: '新目录影响', en: 'New catalogue' }, order: 22, needs: ['replans.move'] },
  ],
}
