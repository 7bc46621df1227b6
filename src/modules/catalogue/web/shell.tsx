import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = {
  name: { zh: '目录工作台', en: 'Catalogue desk' },
  links: [
    {
      to: '/catalogue-desk',
      label: { zh: '目录工作台', en: 'Catalogue desk' },
      order: 21,
      needs: ['catalogue.edit', 'catalogue.publish'],
    },
  ],
}
