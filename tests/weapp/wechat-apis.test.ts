/** What the product calls of WeChat, against miniapp/src/shared/platform/wechat-apis.ts. The walk of walk.test.ts goes without all of it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { essentialApis, optionalApis } from '../../miniapp/src/shared/platform/wechat-apis'

it('every call of WeChat in the source is known to be essential, or something stands in for it', () => {
  const source = path.resolve(__dirname, '../../miniapp/src')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  const code = files
    .filter((file) => /\.tsx?$/.test(file) && !/\.h5\.tsx?$|shared[\\/]web/.test(file))
    .map((file) => readFileSync(path.join(source, file), 'utf8'))
  const called = code.flatMap((text) =>
    [...text.matchAll(/\bTaro\.([a-z]\w+)/g)].map(([, name = '']) => name),
  )
  expect(called.filter((name) => !essentialApis.includes(name) && !optionalApis.includes(name))).toEqual([])
  expect(optionalApis.filter((name) => !called.includes(name))).toEqual([])
})
