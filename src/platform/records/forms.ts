/**
 * What companies are, at the end of their names. Nearly every name ends with one, so that its signs and sounds tell nothing of which: a name is
 * entered under the whole form, and a word that may stand in a form looks there too.
 */
export const forms = ['有限责任公司', '股份有限公司', '集团有限公司', '有限公司', '公司'] as const

export type Form = (typeof forms)[number]

export function formAtEnd(text: string): Form | undefined {
  return forms.find((form) => text.endsWith(form))
}
