import { readRegionCommand } from '../../infra/local/commands/region-command'

describe('npm run region', () => {
  it('reads which city and which file', () => {
    expect(readRegionCommand(['--region', '320800', '--file', 'contact.json'])).toEqual({
      adcode: '320800',
      file: 'contact.json',
      table: undefined,
      data: undefined,
    })
  })

  it.each([
    ['no file', ['--region', '320800'], '用法'],
    ['no region', ['--file', 'a.json'], '--region 要写六位行政区划代码'],
    ['something more', ['a.json', '--region', '320800', '--file', 'a.json'], '用法'],
  ])('given %s explains what to write', (_, args, said) => {
    expect(() => readRegionCommand(args)).toThrow(said)
  })
})
