import type { Mask } from './field.ts'

/** A personal value as anybody may see it. Signs are code points, so that a rare surname is not cut in half. */
export function masked(value: string, mask: Mask): string {
  const signs = [...value]
  switch (mask) {
    case 'phone':
      // Of a short number the first 3 and last 4 would be all of it.
      return signs.length >= 9 ? `${signs.slice(0, 3).join('')}****${signs.slice(-4).join('')}` : '****'
    case 'name':
      return `${signs[0] ?? ''}*`
    case 'hidden':
      return '****'
  }
}
