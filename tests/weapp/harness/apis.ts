/**
 * Which `wx.*` exist: the members of `interface Wx` in WeChat's own type definitions. A name that is not
 * there is a typo, a browser habit, or an API of another mini-program platform.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** APIs that read where a person is; each must stand in app.json's `requiredPrivateInfos` to work at all. */
export const locationApis = [
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
] as const

/** APIs that give the exact position; WeChat refuses to mix them with `getFuzzyLocation`. */
export const exactLocationApis = [
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
] as const

/**
 * APIs that touch what is private, and are refused unless the mini-program's privacy guide (用户隐私保护指引, filled in on
 * WeChat's console) names them: those of developers.weixin.qq.com/miniprogram/dev/framework/user-privacy that exist now.
 */
export const privateApis = [
  ...locationApis,
  'setClipboardData',
  'getClipboardData',
  'chooseMedia',
  'chooseImage',
  'chooseVideo',
  'chooseMessageFile',
  'saveImageToPhotosAlbum',
  'saveVideoToPhotosAlbum',
  'createCameraContext',
  'startRecord',
  'getRecorderManager',
  'openBluetoothAdapter',
  'createBLEPeripheralServer',
  'addPhoneContact',
  'addPhoneRepeatCalendar',
  'addPhoneCalendar',
  'getWeRunData',
  'chooseInvoiceTitle',
  'chooseLicensePlate',
  'startAccelerometer',
  'startCompass',
  'startGyroscope',
  'startDeviceMotionListening',
] as const

let known: ReadonlySet<string> | null = null

/** Names of every documented member of `wx`. */
export function documentedApis(): ReadonlySet<string> {
  known ??= readApis()
  return known
}

function readApis(): ReadonlySet<string> {
  const root = path.dirname(require.resolve('miniprogram-api-typings/package.json'))
  const file = path.join(root, 'types/wx/lib.wx.api.d.ts')
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest)
  const names = new Set<string>()
  const visit = (node: ts.Node) => {
    if (ts.isInterfaceDeclaration(node) && node.name.text === 'Wx') {
      for (const member of node.members) {
        if (member.name !== undefined && ts.isIdentifier(member.name)) names.add(member.name.text)
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  if (names.size < 300)
    throw new Error(`Only ${names.size} wx APIs found in ${file}: has its layout changed?`)
  return names
}
