/** Devices as one says them. Names that this program does not know are said as the server has them. */
import type { DeviceNamed } from '@contract/identity'

const computers = ['Windows', 'macOS', 'Linux']
const phones: Record<string, string> = { 安卓: '安卓手机', 鸿蒙: '鸿蒙手机' }

/** `Windows 电脑 · Edge`, `iPhone · 微信小程序`; an older login says nothing of itself. */
export function deviceText(device: DeviceNamed | undefined): string {
  const { system, browser } = device ?? { system: null, browser: null }
  const names = [system && systemText(system), browser && browserText(browser)].filter(
    (name) => name !== null,
  )
  return names.length > 0 ? names.join(' · ') : '没有认出的设备'
}

const systemText = (system: string) =>
  computers.includes(system) ? `${system} 电脑` : (phones[system] ?? system)

const browserText = (browser: string) => (browser === '微信' ? '微信小程序' : browser)

/** How long ago a screen asked: `刚刚`, `20 秒前`, `2 分钟前`. */
export function ageText(seconds: number): string {
  if (seconds < 10) return '刚刚'
  return seconds < 60 ? `${seconds} 秒前` : `${Math.floor(seconds / 60)} 分钟前`
}
