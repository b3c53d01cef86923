import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { missingPrerequisites } from '../prerequisites'

const read = (file: string) => readFileSync(resolve(__dirname, '../..', file), 'utf8')

describe('what the tests need of a machine', () => {
  it('is present here', () => {
    expect(missingPrerequisites()).toEqual([])
  })

  it('is a failure that says what to install where Java is missing, as the second engine needs it', () => {
    const [said, ...more] = missingPrerequisites({ PATH: '/nowhere' })
    expect(more).toEqual([])
    expect(said).toContain('DynamoDB Local')
    expect(said).toContain('apt install default-jre-headless')
  })

  it('is named in the README and installed by .ci/run', () => {
    expect(read('README.md')).toContain('default-jre-headless')
    expect(read('.ci/run')).toContain('default-jre-headless')
  })
})

describe('.ci/run', () => {
  it('installs what the lockfile says and changes nothing of it', () => {
    const commands = read('.ci/run')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
    expect(commands.filter((line) => /\bnpm (ci|install|i)\b/.test(line))).toEqual(['npm ci && npm test'])
  })
})
