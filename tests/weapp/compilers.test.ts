/** The built package before WeChat's own compilers. tests/prerequisites.ts says where they run. */
import { builtPackage } from './built'
import { writeFixture } from './fixture'
import { compileWithWeChat } from './harness/compilers'

describe("WeChat's own compilers", () => {
  it('take every template, script of templates and style sheet of the package', () => {
    expect(compileWithWeChat(builtPackage())).toEqual([])
  })

  it.each([
    ['a style sheet with the universal selector', 'home/index.wxss', '.search > *:last-child { color: red }'],
    ['a template that is not closed', 'other/index.wxml', '<view><text>另一页</view>'],
    ['a script of templates that does not parse', 'home/name.wxs', 'module.exports = {'],
  ])('refuse %s, and name the file', (_what, file, text) => {
    const fixture = writeFixture({ files: { [file]: text } })
    expect(compileWithWeChat(fixture.weapp).join('\n')).toContain(file)
    fixture.remove()
  })
})
