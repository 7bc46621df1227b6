import { expect, it } from 'vitest'
import { deviceName } from './device-name.ts'

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

it.each([
  [chrome, 'Chrome on Windows'],
  [`${chrome} Edg/156.0.0.0`, 'Edge on Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1', 'Safari on iPhone'],
  ['Mozilla/5.0 (Linux; Android 16) Chrome/156.0 Mobile Safari/537.36 MicroMessenger/8.0', 'WeChat on Android'],
  ['curl/8.14', 'Another program'],
  ['', 'Another program'],
])('%s is called %s', (device, name) => {
  expect(deviceName(device).en).toBe(name)
})
