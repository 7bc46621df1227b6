import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '土地', en: 'Land' },
  links: [{ to: '/parcels', label: { zh: '地块', en: 'Parcels' }, order: 8, needs: ['parcels.read'] }],
}
