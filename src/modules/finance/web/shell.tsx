import type { ShellPart } from '../../../web/shell-part.ts'

export const shell: ShellPart = { name: { zh: '金融对接', en: 'Finance matching' } }
