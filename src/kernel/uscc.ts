/** GB 32100-2015: 31 signs, without I, O, S, V and Z. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const values = new Map([...signs].map((sign, value) => [sign, value]))
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

/**
 * True for a unified social credit code (统一社会信用代码) of right form and check digit, GB 32100-2015.
 * The check digit of the organisation code inside is left alone: a few real codes break it.
 */
export function isUscc(code: string): boolean {
  if (!shape.test(code)) return false
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (values.get(code.charAt(i)) ?? 0)
  return signs.charAt((31 - (sum % 31)) % 31) === code.charAt(17)
}
