import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '好差评', en: 'Ratings' },
  links: [{ to: '/ratings', label: { zh: '好差评', en: 'Ratings' }, order: 5, needs: ['ratings.read'] }],
}
