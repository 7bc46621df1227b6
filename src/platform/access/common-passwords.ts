import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const file = join(import.meta.dirname, '..', '..', '..', 'data', 'passwords', 'common.txt')

/** Of ten characters and more, as they are liked here; the shipped list knows those of the world. Lower case. */
const likedHere = `1234567890 0123456789 12345678910 123456789a a123456789 aa123456789 aa12345678 abc1234567 abc123456789 abcd123456 abcd1234567
  1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc qazwsxedcrfv qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 qwer123456
  asdfghjkl123 zxcvbnm123 zxcvbnm1234 password12 password123 password1234 passw0rd123 p@ssw0rd123 p@ssword123 admin12345 admin123456
  administrator administrator1 root123456 test123456 user123456 guest123456 welcome123 welcome1234 letmein1234 iloveyou123 sunshine123
  woaini1314 woaini5201314 woaini123456 5201314520 1314520520 5201314woaini 147258369a 1472583690 9876543210 987654321a 0987654321
  changeme123 changeme1234 default123 huawei@123 huawei12#$ admin@1234 admin@12345 admin@123456 zaq12wsxcde3 !qaz2wsx#edc 1qaz!qaz2wsx
  q1w2e3r4t5 q1w2e3r4t5y6 asd123456789 asdasdasd123 qweasdzxc123 qweqweqwe123 qq123456789 wang123456 zhang123456 li123456789 luodi-demo
  luodi12345 luodi123456 kaifaqu123 shanxi1234 shanxi123456 taiyuan123`

let known: ReadonlySet<string> | undefined

/** Passwords known from leaks (`data/passwords`), of eight characters and more, in lower case; read when the first one is set. */
export function commonPasswords(): ReadonlySet<string> {
  known ??= new Set([...readFileSync(file, 'utf8').trimEnd().split('\n'), ...likedHere.split(/\s+/)])
  return known
}

const around = /^[^\p{L}]+|[^\p{L}]+$/gu
const fewSigns = 4

/** Whether a password is a common one, or a common one with a few digits or signs before or behind it. */
export function isCommon(lower: string): boolean {
  if (commonPasswords().has(lower)) return true
  const word = lower.replace(around, '')
  return lower.length - word.length <= fewSigns && commonPasswords().has(word)
}

/** What this product, its houses and its roles are called; listed in docs/security/sign-in.md. */
export const wordsOfTheHouse: readonly string[] =
  'luodi kaifaqu jingkaiqu gaoxinqu yuanqu guanweihui zhaoshang shanxi taiyuan admin demo test officer 落地 开发区 经开区 高新区 园区 管委会 招商 山西 太原'.split(
    ' ',
  )

const ownLettersAtLeast = 4

/** Whether hardly a letter is left of a password when the words of the house are taken out of it. */
export function isOfTheHouse(lower: string): boolean {
  const found = wordsOfTheHouse.filter((word) => lower.includes(word))
  const rest = found.reduce((text, word) => text.replaceAll(word, ''), lower)
  return found.length > 0 && (rest.match(/\p{L}/gu)?.length ?? 0) < ownLettersAtLeast
}
