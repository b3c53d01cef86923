/** What nobody may write: a read that pays for what it throws away. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.join(process.cwd(), 'functions')
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
)

it('no source uses a FilterExpression or a ScanCommand, which pay for items that they drop', () => {
  expect(sources.length).toBeGreaterThan(100)
  const found = sources.filter((file) =>
    /FilterExpression|ScanCommand/.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(found).toEqual([])
})
