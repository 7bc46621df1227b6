import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '一张图', en: 'Map' },
  links: [{ to: '/map', label: { zh: '一张图', en: 'Map' }, order: 5.5, needs: ['map.read'] }],
}
