import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pinDrawings, pinFolder, pinHashes, pinListPath } from '../../../miniapp/icons/draw-pins'

it('has the pictures that WeChat’s map shows drawn from the art as it is (npm run pins)', () => {
  expect(JSON.parse(readFileSync(pinListPath, 'utf8'))).toEqual(pinHashes())
})

it.each(Object.keys(pinDrawings()))('the pin %s is a small picture', (name) => {
  const file = readFileSync(path.join(pinFolder, `${name}.png`))
  expect(file.subarray(1, 4).toString()).toBe('PNG')
  expect(file.length).toBeLessThan(4_000)
  expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([68, 68])
})
