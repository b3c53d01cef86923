import { errorLine } from '../../infra/local/run'

describe('the one line of a failed build', () => {
  it('is the first line that names an error, with the location after it', () => {
    const esbuild = [
      'npm warn Unknown config',
      'Bundling asset fuyi-local-api/places/Function/Code/Stage...',
      '\u001b[31m✘ \u001b[41m[ERROR]\u001b[0m Could not resolve "./nowhere"',
      '',
      '    functions/places/handler.ts:1:7:',
      '      1 │ import "./nowhere"',
      '1 error',
    ]
    expect(errorLine(esbuild.join('\n'))).toBe(
      '✘ [ERROR] Could not resolve "./nowhere" at functions/places/handler.ts:1:7',
    )
  })

  it('is the last line where none names an error', () => {
    expect(errorLine('one\ntwo\n')).toBe('two')
    expect(errorLine('')).toBe('it said nothing')
  })
})
