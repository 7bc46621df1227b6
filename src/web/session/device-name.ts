import type { Label } from '../../kernel/label.ts'

const browsers = [
  ['MicroMessenger', { zh: '微信', en: 'WeChat' }],
  ['Edg', { zh: 'Edge', en: 'Edge' }],
  ['Firefox', { zh: 'Firefox', en: 'Firefox' }],
  ['Chrome', { zh: 'Chrome', en: 'Chrome' }],
  ['Safari', { zh: 'Safari', en: 'Safari' }],
] as const
const systems = [
  ['HarmonyOS', { zh: '鸿蒙', en: 'HarmonyOS' }],
  ['Android', { zh: '安卓', en: 'Android' }],
  ['iPhone', { zh: 'iPhone', en: 'iPhone' }],
  ['iPad', { zh: 'iPad', en: 'iPad' }],
  ['Windows', { zh: 'Windows', en: 'Windows' }],
  ['Mac OS', { zh: 'Mac', en: 'Mac' }],
  ['Linux', { zh: 'Linux', en: 'Linux' }],
] as const

/** What a person calls the device of a User-Agent; a guess for the eye, nothing is decided by it. */
export function deviceName(device: string): Label {
  const browser = browsers.find(([sign]) => device.includes(sign))?.[1]
  const system = systems.find(([sign]) => device.includes(sign))?.[1]
  if (!browser && !system) return { zh: '其他程序', en: 'Another program' }
  if (!browser || !system) return browser ?? system ?? { zh: '其他程序', en: 'Another program' }
  return { zh: `${system.zh} 上的 ${browser.zh}`, en: `${browser.en} on ${system.en}` }
}
